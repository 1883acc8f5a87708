package dev.dateline.standalone.explain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One article as a user has it.
 *
 * @param name of the file, {@code -} for standard input
 * @param format how ingest would be told to read it
 * @param formatFrom what says so, for people
 * @param source for plain text: who delivers it; null takes ingest's default
 * @param id for plain text: the provider's identifier; may be null
 * @param url for plain text; may be null
 */
@SuppressWarnings("ArrayRecordComponent") // inputs are never compared
public record Input(String name, byte[] bytes, Format format, String formatFrom, String source, String id, String url) {

    /** The media types that ingest reads as one article. */
    public enum Format {
        TEXT("text/plain"),
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** An input whose format its name tells, or else its first character. */
    public static Input of(String name, byte[] bytes, String source, String id, String url) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return new Input(name, bytes, Format.JSON, "its name ends with .json", source, id, url);
        }
        if (lower.endsWith(".txt")) {
            return new Input(name, bytes, Format.TEXT, "its name ends with .txt", source, id, url);
        }
        return firstVisible(bytes) == '{'
                ? new Input(name, bytes, Format.JSON, "it begins with {", source, id, url)
                : new Input(name, bytes, Format.TEXT, "it does not begin with {", source, id, url);
    }

    /** Whether something is said that only plain text needs to be told. */
    public boolean isDescribed() {
        return source != null || id != null || url != null;
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
