package dev.dateline.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far state is read back from Kafka before work goes on, for the health's detail and the metrics. */
final class RestoreProgress implements StateRestoreListener {
    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();
    private final Counter restored;

    RestoreProgress(MeterRegistry metrics) {
        this.restored = metrics.counter("dateline.enrich.restored.records");
    }

    /** Changelog records still to read. */
    long recordsLeft() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        left.put(partition, to - from);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
        restored.increment((double) records);
        left.computeIfPresent(partition, (key, waiting) -> Math.max(0, waiting - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        left.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        left.remove(partition);
    }
}
