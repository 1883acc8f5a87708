package dev.dateline.ingest.http;

import dev.dateline.common.config.NearestName;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the head of a request says about the articles in its body. */
final class ArticleRequest {
    private static final byte[] NOTHING_YET = {};
    private static final Set<String> OF_ONE = Set.of("source", "id", "url");
    private static final Set<String> OF_MANY = Set.of("source", "url");

    /** An sf-string or a bare token, as clients send both (draft-ietf-httpapi-idempotency-key-header). */
    private static final Pattern RETRY_KEY =
            Pattern.compile("\"[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}\"|[\\x21\\x23-\\x7E]{1,255}");

    private ArticleRequest() {}

    /**
     * Who sends what, before the body is read.
     *
     * @return a document without its bytes
     * @throws ProblemException invalid-request
     */
    static Document ofOne(Context context) {
        knownParameters(context, OF_ONE);
        return head(context, context.queryParam("id"));
    }

    /** As {@link #ofOne} for a batch, whose articles have ids of their own. */
    static Document ofMany(Context context) {
        knownParameters(context, OF_MANY);
        return head(context, null);
    }

    private static Document head(Context context, String id) {
        String url = context.queryParam("url");
        return new Document(
                NOTHING_YET,
                // The header itself: Jetty's reading of it throws on charsets that Java does not know.
                MediaType.parse(context.header(Header.CONTENT_TYPE)),
                AccessFilter.caller(context).source(context.queryParam("source")),
                id,
                url == null ? context.header("Content-Location") : url);
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

    private static void knownParameters(Context context, Set<String> known) {
        for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                throw invalid("unknown query parameter"
                        + NearestName.of(name, known)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; known are " + String.join(", ", new TreeSet<>(known))));
            }
            if (parameter.getValue().size() > 1) {
                throw invalid("query parameter " + name + " is given twice; keep one");
            }
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, detail));
    }
}
