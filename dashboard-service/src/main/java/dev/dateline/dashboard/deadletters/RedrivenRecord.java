package dev.dateline.dashboard.deadletters;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Redrives;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The record that is written for a dead letter: key, bytes and partition as they were, because the state of the article is there. Its
 * headers are those of the original, as long as the raw topic has it, else made anew, with the trace of the letter. Its timestamp is
 * the time of the redrive: state stores would drop what comes with a time long past.
 */
final class RedrivenRecord {
    private RedrivenRecord() {}

    /** The record; {@code origin} is what lies at the letter's origin now, or null. */
    static ProducerRecord<byte[], byte[]> of(
            DeadLetter letter,
            Headers letterHeaders,
            ConsumerRecord<byte[], byte[]> origin,
            Topic<?> raw,
            Instant now) {
        boolean original = origin != null && Arrays.equals(origin.value(), letter.originalValue());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                raw.name(),
                letter.originPartition(),
                now.toEpochMilli(),
                original ? origin.key() : bytes(letter.originalKey()),
                letter.originalValue());
        if (original) {
            origin.headers().forEach(record.headers()::add);
        } else {
            Header trace = letterHeaders.lastHeader(CloudEvents.TRACEPARENT);
            if (trace != null) {
                record.headers().add(trace);
            }
            CloudEvents.write(
                    record.headers(),
                    Objects.requireNonNullElseGet(
                            letter.articleId(), () -> letter.originPartition() + "@" + letter.originOffset()),
                    Objects.requireNonNullElse(letter.sourceId(), "unknown"),
                    raw.schema(),
                    Objects.requireNonNullElse(letter.receivedAt(), now));
        }
        Redrives.mark(record.headers(), Math.max(1, letter.attempts()));
        return record;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
