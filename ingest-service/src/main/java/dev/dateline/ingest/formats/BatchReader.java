package dev.dateline.ingest.formats;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.NdjsonLines;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.warc.WarcRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * How a batch's body holds its articles: a line each (NDJSON), the elements of a JSON array, the pages of a web
 * archive, or one document with several, such as a feed or a news message.
 */
public final class BatchReader {
    private static final String NDJSON = "application/x-ndjson";
    private static final Set<String> LINES =
            Set.of(NDJSON, "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private static final MediaType PAGE = new MediaType("text/html", null);

    private final Formats formats;
    private final int maxArticleBytes;
    private final int maxDocumentBytes;
    private final long maxBatchBytes;

    /**
     * @param maxArticleBytes of a line, an element or an archive's page
     * @param maxDocumentBytes of a document that has to be read whole
     * @param maxBatchBytes of an archive, unpacked
     */
    public BatchReader(Formats formats, int maxArticleBytes, int maxDocumentBytes, long maxBatchBytes) {
        this.formats = formats;
        this.maxArticleBytes = maxArticleBytes;
        this.maxDocumentBytes = maxDocumentBytes;
        this.maxBatchBytes = maxBatchBytes;
    }

    /** Whether a body of this type can be a batch at all, so that others are refused unread. */
    public boolean takes(MediaType type) {
        return LINES.contains(type.name())
                || formats.takes(type)
                || (isArchive(type) && formats.named(PAGE).isPresent());
    }

    /** What is read, for the problem of a body that isn't. */
    public ProblemException unsupported() {
        return formats.unsupported(
                formats.named(PAGE).isPresent() ? Set.of(NDJSON, WarcRecords.MEDIA_TYPE) : Set.of(NDJSON));
    }

    /**
     * The articles in a body.
     *
     * @param sender what the request says of the body; its bytes are not looked at
     * @throws IOException when the stream fails
     * @throws ProblemException when the body can't be a batch
     */
    public Articles open(InputStream body, Document sender) throws IOException {
        if (LINES.contains(sender.type().name())) {
            Document line = new Document(sender.bytes(), Formats.JSON_TYPE, sender.sourceId(), null, sender.url());
            return new LineArticles(new NdjsonLines(body, maxArticleBytes), maxArticleBytes, line, formats);
        }
        if (isArchive(sender.type())) {
            FormatReader pages = formats.named(PAGE).orElseThrow(this::unsupported);
            return new RecordArticles(new WarcRecords(body, sender, maxArticleBytes, maxBatchBytes, pages));
        }
        BufferedInputStream in = new BufferedInputStream(body, Opening.BYTES);
        in.mark(Opening.BYTES);
        byte[] first = in.readNBytes(Opening.BYTES);
        in.reset();
        if (Formats.mayBeList(sender.type()) && Opening.of(first).startsWith("[")) {
            Document element = new Document(sender.bytes(), Formats.JSON_TYPE, sender.sourceId(), null, sender.url());
            return new ArrayArticles(in, maxArticleBytes, element, formats);
        }
        byte[] bytes = in.readNBytes(maxDocumentBytes + 1);
        if (bytes.length > maxDocumentBytes) {
            throw Rejection.tooLong("the document", maxDocumentBytes, "max-document-bytes");
        }
        return new DocumentArticles(
                formats.read(sender.withBytes(bytes)), sender.type().name());
    }

    private static boolean isArchive(MediaType type) {
        return type.name().equals(WarcRecords.MEDIA_TYPE);
    }
}
