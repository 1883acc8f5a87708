package dev.dateline.ingest.poll.cluster;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * The partition of a source, the same in each of its topics: whoever is assigned it in one owns it in all. It is the one that Kafka's own
 * producers choose, but said here, because the ownership hangs on it.
 *
 * @param count partitions of each topic
 */
record SourcePartitions(int count) {
    int of(String sourceId) {
        return BuiltInPartitioner.partitionForKey(sourceId.getBytes(StandardCharsets.UTF_8), count);
    }
}
