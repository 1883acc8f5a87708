package dev.dateline.ingest.http;

import dev.dateline.ingest.publish.Delivery;

/**
 * The answer to an accepted article: its identity, and where it is.
 *
 * @param reader which format reader took it
 */
public record Receipt(String articleId, String reader, String topic, int partition, long offset) {

    static Receipt of(String articleId, String reader, Delivery.Written written) {
        return new Receipt(articleId, reader, written.topic(), written.partition(), written.offset());
    }
}
