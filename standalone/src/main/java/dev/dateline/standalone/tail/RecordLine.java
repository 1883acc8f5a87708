package dev.dateline.standalone.tail;

import dev.dateline.common.topics.Topic;
import dev.dateline.standalone.console.Printable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** How a record of a topic reads for people; what can't be read is shown as what it is. */
public final class RecordLine<T> {
    private static final int MOST_SHOWN = 100;

    private final Deserializer<T> reading;
    private final ValueLine<T> format;

    /** How a value reads. */
    @FunctionalInterface
    interface ValueLine<T> {
        String of(T value);
    }

    RecordLine(Topic<T> topic, ValueLine<T> format) {
        this.reading = topic.serde().deserializer();
        this.format = format;
    }

    /** The record as one line. */
    public String of(ConsumerRecord<byte[], byte[]> published) {
        if (published.value() == null) {
            return "(deleted) " + Printable.of(text(published.key()), MOST_SHOWN);
        }
        try {
            T value = reading.deserialize(published.topic(), published.value());
            return value == null ? unreadable(published) : format.of(value);
        } catch (SerializationException e) {
            return unreadable(published);
        }
    }

    private static String unreadable(ConsumerRecord<byte[], byte[]> published) {
        return "(not readable, " + published.value().length + " bytes) "
                + Printable.of(text(published.value()), MOST_SHOWN);
    }

    private static String text(byte[] bytes) {
        return bytes == null
                ? ""
                : new String(bytes, 0, Math.min(bytes.length, 4 * MOST_SHOWN), StandardCharsets.UTF_8);
    }
}
