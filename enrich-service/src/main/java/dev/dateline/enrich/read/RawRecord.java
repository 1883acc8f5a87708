package dev.dateline.enrich.read;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.enrich.step.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record of the raw topic.
 *
 * @param key may be null
 * @param value may be null
 * @param source who delivered it, as its headers say; may be null or no source id at all
 * @param timestamp time of receipt, epoch milliseconds
 * @param redrives how often it was taken out of the dead letters and written again, as its headers say
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as Kafka has them; never compared
public record RawRecord(
        String topic,
        int partition,
        long offset,
        byte[] key,
        byte[] value,
        String source,
        long timestamp,
        int redrives) {

    /** A record that was not redriven. */
    public RawRecord(
            String topic, int partition, long offset, byte[] key, byte[] value, String source, long timestamp) {
        this(topic, partition, offset, key, value, source, timestamp, 0);
    }

    /** Where what is made of it comes from; its source as far as the headers tell. */
    public Origin origin() {
        return new Origin(
                topic,
                partition,
                offset,
                Instant.ofEpochMilli(timestamp),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                value,
                DecodeRecord.isSourceId(source) ? source : LedgerLine.UNKNOWN_SOURCE,
                null,
                0,
                redrives);
    }
}
