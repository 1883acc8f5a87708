package dev.dateline.standalone.bench;

import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.standalone.TemporaryDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The cluster of one run: its own broker or an outside one, with topics of its own that go when the run ends. */
final class BenchCluster implements AutoCloseable {
    /** Of every topic and group of this run, and of nobody else's. */
    private static final String PREFIX = "bench-" + ProcessHandle.current().pid() + ".";

    private final TemporaryDirectory directory;
    private final EmbeddedKafka broker;
    private final ServiceContext context;
    private final EnrichSettings enrich;

    private BenchCluster(
            TemporaryDirectory directory, EmbeddedKafka broker, ServiceContext context, EnrichSettings enrich) {
        this.directory = directory;
        this.broker = broker;
        this.context = context;
        this.enrich = enrich;
    }

    /**
     * A cluster with its topics.
     *
     * @param bootstrapServers an outside cluster; null starts a broker in a temporary directory
     * @param configured makes settings of the overrides it is given: those of production, but for where things are
     */
    static BenchCluster start(String bootstrapServers, Function<Map<String, String>, Settings> configured) {
        TemporaryDirectory directory = TemporaryDirectory.create("dateline-bench");
        EmbeddedKafka broker = null;
        try {
            String servers = bootstrapServers;
            if (servers == null) {
                broker = EmbeddedKafka.start(new BrokerSettings(directory.path().resolve("kafka"), 0));
                servers = broker.bootstrapServers();
            }
            Map<String, String> overrides = new HashMap<>();
            overrides.put("dateline.kafka.bootstrap-servers", servers);
            overrides.put("dateline.kafka.topic-prefix", PREFIX);
            overrides.put(
                    "dateline.enrich.state-dir",
                    directory.path().resolve("streams").toString());
            Settings settings = configured.apply(overrides);
            ServiceContext context = ServiceContext.of(settings).withoutTls();
            EnrichSettings enrich = EnrichSettings.from(settings);
            settings.check();
            BenchCluster cluster = new BenchCluster(directory, broker, context, enrich);
            cluster.createTopics();
            return cluster;
        } catch (RuntimeException e) {
            closeAll(broker, directory);
            throw e;
        }
    }

    ServiceContext context() {
        return context;
    }

    EnrichSettings enrich() {
        return enrich;
    }

    boolean isEmbedded() {
        return broker != null;
    }

    /** The name of a topic or group of this run. */
    String named(String name) {
        return PREFIX + name;
    }

    void createTopic(String name) {
        try (Admin admin = context.kafka().admin("bench-topics")) {
            await(
                    admin.createTopics(List.of(new NewTopic(
                                    name,
                                    Optional.of(context.kafka().partitions()),
                                    Optional.of(context.kafka().replicationFactor()))))
                            .all(),
                    "create " + name);
        }
    }

    /** Writes records as ingest's publisher does: acknowledged by all, idempotent, zstd. Returns when all are written. */
    void write(Iterable<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> properties = context.kafka().client("bench-writer");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
        List<Exception> failures = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> each : records) {
                var unused = producer.send(each, (metadata, e) -> {
                    if (e != null) {
                        failures.add(e); // callbacks run on one thread, and flush() waits for them
                    }
                });
            }
            producer.flush();
        }
        if (!failures.isEmpty()) {
            throw new BenchException(failures.size() + " records could not be written", failures.get(0));
        }
    }

    private void createTopics() {
        try (Admin admin = context.kafka().admin("bench-topics")) {
            TopicPlan.of(admin, context.topics()).apply(admin, context.kafka().replicationFactor());
        }
    }

    /** The result of something asked of the cluster. */
    static <T> T await(KafkaFuture<T> future, String what) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new BenchException("can't " + what + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (broker == null) {
            deleteTopics();
        }
        closeAll(broker, directory);
    }

    /** Ours begin with the prefix of this run, those of Streams too. */
    private void deleteTopics() {
        try (Admin admin = context.kafka().admin("bench-topics")) {
            List<String> ours = await(admin.listTopics().names(), "list the topics").stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .toList();
            await(admin.deleteTopics(ours).all(), "delete the topics of this run");
        }
    }

    private static void closeAll(EmbeddedKafka broker, TemporaryDirectory directory) {
        if (broker != null) {
            broker.close();
        }
        directory.close();
    }
}
