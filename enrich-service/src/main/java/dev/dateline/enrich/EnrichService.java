package dev.dateline.enrich;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaProbe;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.topics.Topic;
import dev.dateline.enrich.read.RawArchive;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.stream.KafkaRawArchive;
import dev.dateline.enrich.watch.StreamsWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the topology: starts it once Kafka answers and the topics are there, replaces threads that die, starts again when all is lost.
 */
public final class EnrichService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

    private final ServiceContext context;
    private final EnrichSettings settings;
    private final CompletableFuture<Pipeline> pipeline;
    private final KafkaProbe probe;
    private final PeriodicTask supervision;
    private final RestoreProgress restoring;
    private final StandbyProgress standby;
    private final Counter threadDeaths;
    private final StepMeter steps;
    private final StreamsWatch watch;
    private volatile KafkaStreams streams;
    private KafkaStreamsMetrics streamsMetrics;

    private EnrichService(ServiceContext context, EnrichSettings settings) {
        this.context = context;
        this.settings = settings;
        // Models load while Kafka starts.
        this.pipeline = CompletableFuture.supplyAsync(
                () -> Pipeline.standard(settings.copies(), settings.topics(), settings.languages()),
                task -> DaemonThreads.named("models").newThread(task).start());
        this.probe = new KafkaProbe(
                context.kafka(),
                "enrich-probe",
                context.topics().all().stream().map(Topic::name).collect(Collectors.toSet()));
        this.supervision = new PeriodicTask("enrich-supervision", LOOK_EVERY, this::supervise);
        this.restoring = new RestoreProgress(context.metrics());
        this.standby = new StandbyProgress(context.metrics(), () -> streams);
        this.steps = new StepMeter(context.metrics());
        this.threadDeaths = context.metrics().counter("dateline.enrich.thread.deaths");
        this.watch = new StreamsWatch(
                steps, restoring::restoring, () -> (long) threadDeaths.count(), InstantSource.system());
    }

    public static EnrichService of(ServiceContext context) {
        return new EnrichService(context, EnrichSettings.from(context.settings()));
    }

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public void start() {
        probe.start();
        supervision.start();
        standby.start();
    }

    private void supervise() {
        if (streams != null && streams.state() == KafkaStreams.State.ERROR) {
            LOG.error("every stream thread is dead; starting again");
            stopStreams();
        }
        if (streams == null && probe.health().isUp() && pipeline.isDone()) {
            streams = startStreams();
        }
    }

    private KafkaStreams startStreams() {
        checkPartitions();
        EnrichTopology topology = new EnrichTopology(
                context.topics(),
                settings.identityRetention(),
                settings.copies(),
                pipeline.join(),
                steps,
                this::openRawTopic);
        Topology built = topology.get();
        KafkaStreams started = new KafkaStreams(built, StreamsProperties.of(context, settings));
        started.setGlobalStateRestoreListener(restoring);
        started.setStandbyUpdateListener(standby);
        started.setUncaughtExceptionHandler(e -> {
            threadDeaths.increment();
            steps.errors().inThread(Thread.currentThread().getName(), e);
            LOG.error("a stream thread died and is replaced; its transaction is aborted, nothing is lost", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streamsMetrics = new KafkaStreamsMetrics(started);
        streamsMetrics.bindTo(context.metrics());
        watch.begin(started, built);
        started.start();
        return started;
    }

    private RawArchive openRawTopic() {
        Map<String, Object> properties = new HashMap<>(context.kafka().client("enrich-reread"));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaRawArchive(
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                context.topics().raw().name());
    }

    /** A letter goes to the partition of the raw topic that its article came from. */
    private void checkPartitions() {
        String raw = context.topics().raw().name();
        String letters = context.topics().letters().name();
        try (Admin admin = context.kafka().admin("enrich-partitions")) {
            Map<String, TopicDescription> described =
                    admin.describeTopics(List.of(raw, letters)).allTopicNames().get();
            int needed = described.get(raw).partitions().size();
            int there = described.get(letters).partitions().size();
            if (there != needed) {
                throw new IllegalStateException(letters + " has " + there + " partitions and " + raw + " has " + needed
                        + "; they must have the same number: stop the enrich service, then add partitions or delete "
                        + letters + " and run `dateline topics apply`");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("can't read the partitions of " + raw, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    @Override
    public Health health() {
        if (pipeline.isCompletedExceptionally()) {
            return Health.down("the models can't be loaded: " + modelFailure());
        }
        KafkaStreams running = streams;
        if (running == null) {
            return probe.health().isUp() ? Health.starting("loading models") : probe.health();
        }
        return switch (running.state()) {
            case RUNNING -> probe.health();
            case CREATED, REBALANCING ->
                Health.starting("joining the group; " + restoring.recordsLeft() + " records of state to restore");
            default -> Health.down("Kafka Streams is " + running.state());
        };
    }

    private String modelFailure() {
        try {
            pipeline.join();
            return "";
        } catch (CompletionException e) {
            return String.valueOf(e.getCause());
        }
    }

    @Override
    public Map<String, Double> counters() {
        Map<String, Double> counters = new TreeMap<>();
        for (Meter meter : context.metrics().getMeters()) {
            String step = meter.getId().getTag("step");
            if (step == null) {
                continue;
            }
            if (meter instanceof Timer timer) {
                counters.put("steps." + step, (double) timer.count());
            } else if (meter instanceof Counter counter) {
                counters.merge("failures." + step, counter.count(), Double::sum);
            }
        }
        counters.put("thread_deaths", threadDeaths.count());
        return counters;
    }

    @Override
    public void report(TelemetryBuilder telemetry) {
        telemetry
                .steps(steps.counters().counts())
                .endToEnd(steps.endToEnd().counts())
                .streams(watch.look().orElse(null));
    }

    @Override
    public Endpoints endpoints() {
        return routes -> {}; // health and metrics are everybody's
    }

    @Override
    public void close() {
        supervision.close();
        standby.close();
        stopStreams();
        probe.close();
    }

    private void stopStreams() {
        if (streams != null) {
            // Leaving the group lets the others take over at once instead of after a session timeout.
            boolean closed = streams.close(
                    CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                            .withTimeout(CLOSE_WITHIN));
            if (!closed) {
                LOG.warn("Kafka Streams did not stop within {}", CLOSE_WITHIN);
            }
            streamsMetrics.close();
            streams = null;
            watch.end();
        }
    }
}
