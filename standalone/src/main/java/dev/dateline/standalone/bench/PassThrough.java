package dev.dateline.standalone.bench;

import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.StreamsProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** What Kafka Streams alone does on this machine: bytes from topic to topic, with the enrich service's settings. The upper bound. */
final class PassThrough {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final BenchCluster cluster;
    private final String in;
    private final String out;
    private final String group;

    PassThrough(BenchCluster cluster) {
        this.cluster = cluster;
        this.in = cluster.named("pass-through.in");
        this.out = cluster.named("pass-through.out");
        this.group = cluster.named("pass-through");
    }

    BenchReport.Throughput measure(List<RawArticle> articles, int records) throws InterruptedException {
        cluster.createTopic(in);
        cluster.createTopic(out);
        cluster.write(() -> BenchArticles.records(articles, records, BenchPlan.PASS_THROUGH_BYTES)
                .map(value -> new ProducerRecord<>(in, keyOf(value), value))
                .iterator());
        Properties properties = StreamsProperties.of(cluster.context(), cluster.enrich());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
        try (KafkaStreams streams = new KafkaStreams(topology(), properties);
                Admin admin = cluster.context().kafka().admin("bench-progress")) {
            streams.start();
            Wait.until(() -> streams.state() == KafkaStreams.State.RUNNING, WITHIN, "the pass-through to run");
            long started = System.nanoTime();
            Wait.until(() -> committed(admin) >= records, LOOK_EVERY, WITHIN, "the pass-through to end");
            double seconds = Wait.secondsSince(started);
            return new BenchReport.Throughput(records, BenchPlan.PASS_THROUGH_BYTES, seconds, records / seconds);
        }
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-records"))
                .to(out, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write-records"));
        return builder.build();
    }

    /** Input records whose outputs are committed: both are in one transaction, and the input holds nothing but our records. */
    private long committed(Admin admin) {
        Map<TopicPartition, OffsetAndMetadata> offsets = BenchCluster.await(
                admin.listConsumerGroupOffsets(group, new ListConsumerGroupOffsetsOptions().requireStable(true))
                        .partitionsToOffsetAndMetadata(),
                "read the offsets of " + group);
        return offsets.values().stream()
                .filter(offset -> offset != null)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    private static byte[] keyOf(byte[] value) {
        return Integer.toString(Arrays.hashCode(value)).getBytes(StandardCharsets.UTF_8);
    }
}
