package dev.dateline.standalone.explain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * One article as a user has it.
 *
 * @param name of the file, {@code -} for standard input
 * @param mediaType what ingest would be told that it is; where that says only JSON or XML, ingest looks which format it is
 * @param mediaTypeFrom what says so, for people
 * @param source who delivers it, where the article does not say; null leaves it to ingest
 * @param id the provider's identifier, where the article does not say; may be null
 * @param url where it is from; may be null
 */
@SuppressWarnings("ArrayRecordComponent") // inputs are never compared
public record Input(
        String name, byte[] bytes, String mediaType, String mediaTypeFrom, String source, String id, String url) {
    static final String TEXT = "text/plain";
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final String PAGE = "text/html";
    private static final Map<String, String> BY_ENDING =
            Map.of(".json", JSON, ".jsonld", JSON, ".txt", TEXT, ".xml", XML, ".html", PAGE, ".htm", PAGE);

    /** An input whose media type its name tells, or else its first character. */
    public static Input of(String name, byte[] bytes, String source, String id, String url) {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.substring(Math.max(0, lower.lastIndexOf('.')));
        String known = BY_ENDING.get(ending);
        if (known != null) {
            return new Input(name, bytes, known, "its name ends with " + ending, source, id, url);
        }
        return switch (firstVisible(bytes)) {
            case '{' -> new Input(name, bytes, JSON, "it begins with {", source, id, url);
            case '<' -> new Input(name, bytes, XML, "it begins with <", source, id, url);
            default -> new Input(name, bytes, TEXT, "it begins with neither { nor <", source, id, url);
        };
    }

    private static char firstVisible(byte[] bytes) {
        int length = Math.min(bytes.length, 1 << 10);
        return new String(bytes, 0, length, StandardCharsets.UTF_8)
                .chars()
                .filter(c -> !Character.isWhitespace(c) && c != '\uFEFF')
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElse(' ');
    }
}
