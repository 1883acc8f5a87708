package dev.dateline.ingest.http;

import dev.dateline.common.config.NearestName;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.ArticleJson;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.PlainText;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the head of a request says about the article in its body. */
final class ArticleRequest {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain";
    static final String NDJSON = "application/x-ndjson";

    private static final String UTF_8 = "utf-8";
    private static final Set<String> TEXT_PARAMETERS = Set.of("source", "id", "url");
    /**
     * Labels of text/plain's charset. As in the WHATWG Encoding Standard, ASCII and Latin-1 are read as windows-1252, which is what
     * texts so labelled are; UTF-16 without a mark is big-endian (RFC 2781 section 4.3).
     */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry(UTF_8, "UTF-8"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("windows-1252", "windows-1252"),
            Map.entry("iso-8859-2", "ISO-8859-2"),
            Map.entry("iso-8859-15", "ISO-8859-15"),
            Map.entry("windows-1250", "windows-1250"),
            Map.entry("windows-1251", "windows-1251"),
            Map.entry("utf-16", "UTF-16BE"),
            Map.entry("utf-16be", "UTF-16BE"),
            Map.entry("utf-16le", "UTF-16LE"));

    /** An sf-string or a bare token, as clients send both (draft-ietf-httpapi-idempotency-key-header). */
    private static final Pattern RETRY_KEY =
            Pattern.compile("\"[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}\"|[\\x21\\x23-\\x7E]{1,255}");

    private ArticleRequest() {}

    /**
     * The article as it was sent, by its media type.
     *
     * @throws ProblemException unsupported-media-type, invalid-request, or what the readers throw
     */
    static RawArticle draft(Context context, byte[] body, MediaType type) {
        return type.name().equals(TEXT) ? text(context, body, type) : ArticleJson.read(body);
    }

    /** Refuses what can't be read before any of it is. */
    static MediaType type(Context context) {
        // The header itself: Jetty's reading of it throws on charsets that Java does not know.
        MediaType type = MediaType.parse(context.header(Header.CONTENT_TYPE));
        switch (type.name()) {
            case JSON -> {
                onlyUtf8(type);
                knownParameters(context, Set.of());
            }
            case TEXT -> {
                charset(type);
                knownParameters(context, TEXT_PARAMETERS);
            }
            default ->
                throw unsupported(
                        "Content-Type must be " + JSON + " or " + TEXT + "; several articles go to /v1/articles:batch");
        }
        return type;
    }

    /** Refuses a batch that is not NDJSON. */
    static void checkBatch(Context context) {
        MediaType type = MediaType.parse(context.header(Header.CONTENT_TYPE));
        if (!type.name().equals(NDJSON)) {
            throw unsupported("Content-Type must be " + NDJSON + ": one JSON article per line");
        }
        onlyUtf8(type);
        knownParameters(context, Set.of());
    }

    /** The {@code Idempotency-Key}, or null. */
    static String retryKey(Context context) {
        String header = context.header("Idempotency-Key");
        if (header == null) {
            return null;
        }
        String key = header.strip();
        if (!RETRY_KEY.matcher(key).matches()) {
            throw invalid("Idempotency-Key must be 1 to 255 visible ASCII characters, for example a UUID");
        }
        return key.startsWith("\"") ? key.substring(1, key.length() - 1) : key;
    }

    private static RawArticle text(Context context, byte[] body, MediaType type) {
        String url = context.queryParam("url");
        return PlainText.read(
                body,
                charset(type),
                context.queryParam("source"),
                context.queryParam("id"),
                url == null ? context.header("Content-Location") : url);
    }

    private static Charset charset(MediaType type) {
        String name = CHARSETS.get(type.charset() == null ? UTF_8 : type.charset());
        if (name == null) {
            throw unsupported("the charset must be one of " + String.join(", ", new TreeSet<>(CHARSETS.keySet())));
        }
        return Charset.forName(name);
    }

    private static void onlyUtf8(MediaType type) {
        if (type.charset() != null
                && !type.charset().equals(UTF_8)
                && !type.charset().equals("utf8")) {
            throw unsupported("JSON is always UTF-8 (RFC 8259); leave the charset out");
        }
    }

    private static void knownParameters(Context context, Set<String> known) {
        for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                throw invalid("unknown query parameter"
                        + NearestName.of(name, known)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(
                                        known.isEmpty()
                                                ? "; this media type takes none, fields go into the body"
                                                : "; known are " + String.join(", ", new TreeSet<>(known))));
            }
            if (parameter.getValue().size() > 1) {
                throw invalid("query parameter " + name + " is given twice; keep one");
            }
        }
    }

    private static ProblemException unsupported(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, detail));
    }
}
