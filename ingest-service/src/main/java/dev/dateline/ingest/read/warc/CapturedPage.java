package dev.dateline.ingest.read.warc;

import com.github.luben.zstd.ZstdInputStream;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * A web page in a record.
 *
 * @param url where it was fetched, as the record says it
 * @param fetchedAt null when the record does not say
 * @param codings of HTTP that {@code body} is in, in the order they were applied
 * @param body with transfer coding undone
 */
record CapturedPage(String url, MediaType type, Instant fetchedAt, List<String> codings, InputStream body) {
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final int OK = 200;
    /** Nobody packs a page more often; someone who does means harm. */
    private static final int MAX_CODINGS = 3;

    /** What is done with a page while its record is open. */
    interface Use<T> {
        T of(CapturedPage page) throws IOException;
    }

    /**
     * Looks for a page in a record.
     *
     * @return empty when it holds something else: a picture, a redirect, a request
     * @throws IOException when the record is not as it should be
     */
    static <T> Optional<T> in(Frame frame, Use<T> use) throws IOException {
        if (!RecordHead.of(frame.bytes()).isCapture()) {
            return Optional.empty();
        }
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(frame.bytes()))) {
            reader.setLenient(true);
            Optional<WarcRecord> record = reader.next();
            Optional<CapturedPage> page = record.isEmpty() ? Optional.empty() : of(record.get());
            return page.isEmpty() ? Optional.empty() : Optional.of(use.of(page.get()));
        }
    }

    private static Optional<CapturedPage> of(WarcRecord record) throws IOException {
        if (record instanceof WarcResource resource) {
            return of(resource, resource.headers(), resource.body().stream());
        }
        if (record instanceof WarcResponse response && isHttp(response)) {
            HttpResponse http = response.http();
            return http.status() == OK ? of(response, http.headers(), http.body().stream()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<CapturedPage> of(WarcTargetRecord record, MessageHeaders describing, InputStream body) {
        MediaType type = MediaType.parse(describing.first("Content-Type").orElse(null));
        if (!PAGES.contains(type.name())) {
            return Optional.empty();
        }
        List<String> codings = record instanceof WarcResource ? List.of() : codings(describing);
        return Optional.of(new CapturedPage(record.target(), type, fetchedAt(record), codings, body));
    }

    private static boolean isHttp(WarcResponse response) {
        return response.headers()
                .first("Content-Type")
                .map(type -> MediaType.parse(type).name().equals("application/http"))
                .orElse(false);
    }

    private static List<String> codings(MessageHeaders http) {
        List<String> codings = new ArrayList<>();
        for (String header : http.all("Content-Encoding")) {
            Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .filter(coding -> !coding.isEmpty() && !coding.equals("identity") && !coding.equals("none"))
                    .forEach(codings::add);
        }
        return codings;
    }

    private static Instant fetchedAt(WarcTargetRecord record) {
        try {
            return record.headers().first("WARC-Date").map(Instant::parse).orElse(null);
        } catch (DateTimeException e) {
            // A page without a date is still a page.
            return null;
        }
    }

    /**
     * The page's bytes, unpacked.
     *
     * @throws IOException when they are not of the codings they should be, or end early
     * @throws dev.dateline.common.http.ProblemException too-large
     */
    byte[] content(int maxBytes) throws IOException {
        if (codings.size() > MAX_CODINGS) {
            throw Rejection.malformed("the page is packed " + codings.size() + " times");
        }
        List<String> lastFirst = new ArrayList<>(codings);
        Collections.reverse(lastFirst);
        InputStream unpacked = body;
        try {
            for (String coding : lastFirst) {
                unpacked = undone(coding, unpacked);
            }
            byte[] content = unpacked.readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw Rejection.tooLong("the page", maxBytes, "max-article-bytes");
            }
            return content;
        } finally {
            unpacked.close();
        }
    }

    private static InputStream undone(String coding, InputStream packed) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> new InflaterInputStream(packed);
            case "br" -> new BrotliInputStream(packed);
            case "zstd" -> new ZstdInputStream(packed);
            default -> throw Rejection.malformed("the page's Content-Encoding is not gzip, deflate, br or zstd");
        };
    }
}
