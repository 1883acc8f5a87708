package dev.dateline.enrich;

import dev.dateline.common.model.StreamsState.Restoring;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far state is read back from Kafka before work goes on, for the health's detail and the metrics. */
final class RestoreProgress implements StateRestoreListener {
    private final Map<TopicPartition, Restoring> left = new ConcurrentHashMap<>();
    private final Counter restored;

    RestoreProgress(MeterRegistry metrics) {
        this.restored = metrics.counter("dateline.enrich.restored.records");
        Gauge.builder("dateline.enrich.restoring.records", this, RestoreProgress::recordsLeft)
                .description("Records of state still to be read before work goes on")
                .register(metrics);
    }

    /** By store and partition; at most one for each partition of a changelog that this instance has. */
    List<Restoring> restoring() {
        return List.copyOf(left.values());
    }

    /** Changelog records still to read. */
    long recordsLeft() {
        return left.values().stream().mapToLong(Restoring::remaining).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        left.put(partition, new Restoring(store, partition.partition(), to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
        restored.increment((double) records);
        left.computeIfPresent(
                partition,
                (key, waiting) ->
                        new Restoring(store, partition.partition(), Math.max(0, waiting.remaining() - records)));
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
