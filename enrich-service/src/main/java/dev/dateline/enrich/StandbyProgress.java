package dev.dateline.enrich;

import dev.dateline.common.runtime.PeriodicTask;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How warm the copies are that this instance keeps of other instances' state, and how often one of them took over. */
final class StandbyProgress implements StandbyUpdateListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandbyProgress.class);
    /** Asks the broker where the changelogs end, so not at every look at the metrics. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Set<TopicPartition> stores = ConcurrentHashMap.newKeySet();
    private final Counter promoted;
    private final Supplier<KafkaStreams> streams;
    private final PeriodicTask looking;
    private volatile double behind = Double.NaN;

    /** Nothing is looked at before {@link #start()}; {@code streams} may give null as long as none runs. */
    StandbyProgress(MeterRegistry metrics, Supplier<KafkaStreams> streams) {
        this.streams = streams;
        this.promoted = metrics.counter("dateline.enrich.standby.promoted.stores");
        this.looking = new PeriodicTask("enrich-standby", LOOK_EVERY, this::look);
        Gauge.builder("dateline.enrich.standby.stores", stores, Set::size).register(metrics);
        Gauge.builder("dateline.enrich.standby.lag.records", this, progress -> progress.behind)
                .register(metrics);
    }

    void start() {
        looking.start();
    }

    private void look() {
        KafkaStreams running = streams.get();
        if (running == null) {
            return;
        }
        try {
            behind = running.allLocalStorePartitionLags().values().stream()
                    .flatMap(byPartition -> byPartition.values().stream())
                    .mapToLong(LagInfo::offsetLag)
                    .sum();
        } catch (StreamsException | IllegalStateException e) {
            LOG.debug("Kafka does not answer, or Streams is not running; the health says so", e);
            behind = Double.NaN;
        }
    }

    @Override
    public void onUpdateStart(TopicPartition partition, String store, long from) {
        stores.add(partition);
        behind = Double.NaN;
    }

    @Override
    public void onBatchLoaded(
            TopicPartition partition, String store, TaskId task, long lastLoaded, long records, long end) {
        // The lag is looked up: nothing is loaded, and so nothing told, while nothing is written.
    }

    @Override
    public void onUpdateSuspended(TopicPartition partition, String store, long offset, long end, SuspendReason reason) {
        stores.remove(partition);
        if (reason == SuspendReason.PROMOTED) {
            promoted.increment();
        }
    }

    @Override
    public void close() {
        looking.close();
    }
}
