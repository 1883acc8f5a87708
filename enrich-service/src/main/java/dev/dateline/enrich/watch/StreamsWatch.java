package dev.dateline.enrich.watch;

import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsState.Partition;
import dev.dateline.common.model.StreamsState.Restoring;
import dev.dateline.common.model.StreamsState.Store;
import dev.dateline.common.model.StreamsState.Task;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.enrich.step.ReadProgress;
import dev.dateline.enrich.step.StepMeter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Kafka Streams does in this instance, once a second for telemetry. Asks no broker: all of it is known to the client. */
public final class StreamsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsWatch.class);
    /** The stores are asked every few looks only: their answers take some work, and change slowly. */
    private static final int STORES_EVERY = 5;

    private static final Set<String> GONE = Set.of("DEAD", "PENDING_SHUTDOWN");

    private final InstantSource clock;
    private final StepMeter steps;
    private final Supplier<List<Restoring>> restoring;
    private final LongSupplier threadsDied;
    private final Rebalances rebalances;
    private final LagMeters meters;
    private final Lags lags = new Lags();
    private volatile Run run;
    private List<Store> stores = List.of();
    private int looks;

    private record Run(KafkaStreams streams, TopologyNotice topology) {}

    /**
     * A watch over nothing yet.
     *
     * @param restoring what is being read back
     * @param threadsDied how many threads did
     */
    public StreamsWatch(
            StepMeter steps, Supplier<List<Restoring>> restoring, LongSupplier threadsDied, InstantSource clock) {
        this.clock = clock;
        this.steps = steps;
        this.restoring = restoring;
        this.threadsDied = threadsDied;
        this.rebalances = new Rebalances(clock, steps.metrics());
        this.meters = new LagMeters(steps.metrics());
    }

    /** Watches a client from its start on; to be called before it starts. */
    public void begin(KafkaStreams streams, Topology topology) {
        streams.setStateListener(rebalances);
        run = new Run(streams, new TopologyNotice(topology.describe().toString()));
    }

    /** The client is closed. */
    public void end() {
        run = null;
    }

    /** One look, by one thread at a time; empty while no client is watched. */
    public Optional<StreamsState> look() {
        Run watched = run;
        if (watched == null) {
            meters.lags(List.of());
            meters.stores(List.of());
            return Optional.empty();
        }
        Map<MetricName, ? extends Metric> metrics = watched.streams.metrics();
        if (looks % STORES_EVERY == 0) {
            stores = Stream.concat(ClientMetrics.stores(metrics).stream(), BandSizes.stores(steps.metrics()).stream())
                    .toList();
        }
        looks++;
        meters.stores(stores);
        Set<ThreadMetadata> threads = threads(watched.streams);
        List<Task> tasks = tasks(threads, ClientMetrics.unfetched(metrics));
        return Optional.of(StreamsStateBuilder.builder()
                .state(watched.streams.state().name())
                .threadsAlive((int) threads.stream()
                        .filter(thread -> !GONE.contains(thread.threadState()))
                        .count())
                .threadsDied(threadsDied.getAsLong())
                .rebalances(rebalances.count())
                .lastRebalanceAt(rebalances.lastAt())
                .topology(watched.topology.next())
                .tasks(tasks.stream().limit(StreamsState.MAX_TASKS).toList())
                .tasksLeftOut(Math.max(0, tasks.size() - StreamsState.MAX_TASKS))
                .restoring(restoring.get().stream()
                        .sorted(Comparator.comparingLong(Restoring::remaining).reversed())
                        .limit(StreamsState.MAX_RESTORING)
                        .toList())
                .stores(stores)
                .lastError(steps.errors().last().orElse(null))
                .build());
    }

    private static Set<ThreadMetadata> threads(KafkaStreams streams) {
        try {
            return streams.metadataForLocalThreads();
        } catch (IllegalStateException e) {
            LOG.debug("Streams is not running; its state says so", e);
            return Set.of();
        }
    }

    private List<Task> tasks(Set<ThreadMetadata> threads, Map<TopicPartition, Long> unfetched) {
        List<PartitionView> views = threads.stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> views(task, unfetched))
                .toList();
        List<Partition> read = lags.at(clock.millis(), views);
        meters.lags(read);
        Map<String, List<Partition>> byTask = new LinkedHashMap<>();
        for (int i = 0; i < views.size(); i++) {
            byTask.computeIfAbsent(views.get(i).task(), task -> new ArrayList<>())
                    .add(read.get(i));
        }
        return byTask.entrySet().stream()
                .map(task -> new Task(
                        task.getKey(),
                        task.getValue().stream().sorted(Lags.furthestFirst()).toList()))
                .sorted(Comparator.comparing(task -> task.partitions().get(0), Lags.furthestFirst()))
                .toList();
    }

    private Stream<PartitionView> views(TaskMetadata task, Map<TopicPartition, Long> unfetched) {
        String id = task.taskId().toString();
        Optional<ReadProgress.Task> progress = steps.progress().task(id);
        return task.topicPartitions().stream()
                .map(partition -> new PartitionView(
                        id,
                        partition.topic(),
                        partition.partition(),
                        progress.map(ReadProgress.Task::sinceMs).orElseGet(clock::millis),
                        known(task.committedOffsets().get(partition)),
                        known(task.endOffsets().get(partition)),
                        unfetched.get(partition),
                        progress.map(read -> read.byTopic().get(partition.topic()))
                                .orElse(null)));
    }

    /** Kafka Streams says -1 for what it does not know yet. */
    private static Long known(Long offset) {
        return offset == null || offset < 0 ? null : offset;
    }
}
