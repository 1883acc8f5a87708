package dev.dateline.ingest.http;

import dev.dateline.common.config.Settings;

/**
 * How much one request may hold. Bytes are counted after decompression.
 *
 * @param maxArticleBytes of one article, or one line of a batch
 * @param maxDocumentBytes of a document with several articles that has to be read whole, such as a feed
 * @param maxBatches that are read at the same time
 */
public record BodyLimits(
        int maxArticleBytes, int maxDocumentBytes, long maxBatchBytes, int maxBatchItems, int maxBatches) {
    static final String MAX_ARTICLE = "max-article-bytes";
    static final String MAX_DOCUMENT = "max-document-bytes";
    static final String MAX_BATCH = "max-batch-bytes";
    static final String MAX_ITEMS = "max-batch-items";
    static final String MAX_BATCHES = "max-batches-at-once";
    private static final int KIB = 1 << 10;

    /** Reads the service's section, {@code dateline.ingest}. */
    public static BodyLimits from(Settings ingest) {
        return new BodyLimits(
                (int) ingest.bytes(MAX_ARTICLE, KIB, 3L << 20),
                (int) ingest.bytes(MAX_DOCUMENT, KIB, 256L << 20),
                ingest.bytes(MAX_BATCH, KIB, 4L << 30),
                ingest.integer(MAX_ITEMS, 1, 100_000),
                ingest.integer(MAX_BATCHES, 1, 32));
    }

    /** A setting's full path, for answers that name it. */
    static String path(String setting) {
        return "dateline.ingest." + setting;
    }
}
