package dev.dateline.ingest.http;

import dev.dateline.ingest.publish.Delivery;

/** The answer to an accepted article: its identity, and where it is. */
public record Receipt(String articleId, String topic, int partition, long offset) {

    static Receipt of(String articleId, Delivery.Written written) {
        return new Receipt(articleId, written.topic(), written.partition(), written.offset());
    }
}
