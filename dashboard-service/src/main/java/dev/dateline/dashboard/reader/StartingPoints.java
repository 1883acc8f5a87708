package dev.dateline.dashboard.reader;

import dev.dateline.common.topics.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where to begin to read: the ledger from its beginning, telemetry from now on, all else a little back, or where the reading stopped
 * the last time.
 */
final class StartingPoints {
    /**
     * For the last twenty records over all partitions. Transactions leave markers between the records, in quiet times one for each.
     */
    private static final long BACKLOG = 60;

    private final Topics topics;
    private final Map<TopicPartition, Long> read = new HashMap<>();

    StartingPoints(Topics topics) {
        this.topics = topics;
    }

    /** Offset to begin at, between the first and the end of the partition. */
    long of(TopicPartition partition, long first, long end) {
        if (partition.topic().equals(topics.ledger().name())) {
            return first;
        }
        boolean fromNowOn = partition.topic().equals(topics.telemetry().name());
        long back = fromNowOn ? end : Math.max(first, end - BACKLOG);
        Long next = read.get(partition);
        // Outside of the bounds the topic was made anew, or its records have expired.
        return next == null || next < first || next > end ? back : next;
    }

    /** Remembers that everything before an offset was read. */
    void readUpTo(TopicPartition partition, long next) {
        read.put(partition, next);
    }

    /** What was read of these does not hold any more. */
    void forget(Collection<TopicPartition> partitions) {
        read.keySet().removeAll(partitions);
    }
}
