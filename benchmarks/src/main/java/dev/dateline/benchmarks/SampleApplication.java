package dev.dateline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * A Streams application of the enrich service's shape, without its work: two hops between partitions and a store, exactly-once, two
 * threads.
 */
record SampleApplication(Topics topics, String id, Path dir, Map<String, String> settings) {
    private static final int PARTITIONS = 4;
    /** Each hop ends a sub-topology, and each has a task for every partition. */
    private static final int TASKS = 3 * PARTITIONS;

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The application's input and output, with records waiting in neither. */
    record Topics(String bootstrapServers, Admin admin) implements AutoCloseable {
        static Topics create(String bootstrapServers) {
            Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
            admin.createTopics(List.of(
                            new NewTopic("in", PARTITIONS, (short) 1), new NewTopic("out", PARTITIONS, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return new Topics(bootstrapServers, admin);
        }

        @Override
        public void close() {
            admin.close();
        }
    }

    Instance instance(String name) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        config.put(StreamsConfig.CLIENT_ID_CONFIG, id + "-" + name);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, topics.bootstrapServers());
        config.put(StreamsConfig.STATE_DIR_CONFIG, dir.resolve(name).toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        config.putAll(settings);
        return new Instance(new KafkaStreams(topology(), config));
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        var strings = Serdes.String();
        builder.stream("in", Consumed.with(strings, strings).withName("read"))
                .repartition(Repartitioned.with(strings, strings).withName("by-content"))
                .mapValues(value -> value, Named.as("work"))
                .repartition(Repartitioned.with(strings, strings).withName("by-article"))
                .groupByKey()
                .count(Named.as("count"), Materialized.as("counts"))
                .toStream(Named.as("counted"))
                .mapValues(Object::toString, Named.as("format"))
                .to("out", Produced.with(strings, strings).withName("write"));
        return builder.build();
    }

    /** One instance; it counts as started when all of the application's tasks run, not when Streams first says RUNNING. */
    static final class Instance implements AutoCloseable {
        private final KafkaStreams streams;
        private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

        private Instance(KafkaStreams streams) {
            this.streams = streams;
            streams.setUncaughtExceptionHandler(e -> {
                failure.complete(e);
                return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
        }

        void startAndAwaitAllTasks() throws InterruptedException {
            streams.start();
            awaitAllTasks();
        }

        /** Until all tasks run here. */
        void awaitAllTasks() throws InterruptedException {
            await(TASKS, this);
        }

        /** Until each of the two has half of the tasks and runs them. */
        void startAndShareWith(Instance other) throws InterruptedException {
            streams.start();
            await(TASKS / 2, this, other);
        }

        void close(CloseOptions options) {
            streams.close(options);
        }

        @Override
        public void close() {
            streams.close(CloseOptions.timeout(LIMIT));
        }

        private boolean runs(int tasks) {
            if (failure.isDone()) {
                throw new IllegalStateException("the application failed", failure.join());
            }
            return streams.state() == KafkaStreams.State.RUNNING
                    && streams.metadataForLocalThreads().stream()
                                    .map(ThreadMetadata::activeTasks)
                                    .mapToInt(Set::size)
                                    .sum()
                            == tasks;
        }

        private static void await(int tasks, Instance... instances) throws InterruptedException {
            long start = System.nanoTime();
            while (!Arrays.stream(instances).allMatch(instance -> instance.runs(tasks))) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException("the tasks do not run after " + LIMIT);
                }
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            }
        }
    }
}
