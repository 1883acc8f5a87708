package dev.dateline.dashboard.kafka;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One topic to follow.
 *
 * @param backlog how many offsets before the end of each partition the reading begins; 0 for what is new, {@link #WHOLE} for all
 * @param taker is given each record once, by one thread; what it throws is logged, and the record left out
 */
public record Followed(String topic, long backlog, Consumer<ConsumerRecord<String, byte[]>> taker) {
    /** From the first record that is there. */
    public static final long WHOLE = Long.MAX_VALUE;
}
