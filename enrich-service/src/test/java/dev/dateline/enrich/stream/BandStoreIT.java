package dev.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.SampleMembers;
import dev.dateline.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's changelog on a real broker. */
class BandStoreIT {
    private static final Instant START = SampleMembers.START;
    private static final String CHANGELOG = "bands-" + AskingTopology.STORE + "-changelog";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    private final Broker broker = Broker.embedded();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    private final KafkaProducer<String, Claim> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new ClaimSerde().serializer());
    private final KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer());

    private final List<KafkaStreams> started = new ArrayList<>();

    @TempDir
    private Path dir;

    @BeforeEach
    void createTopics() throws Exception {
        admin.createTopics(List.of(
                        new NewTopic(AskingTopology.CLAIMS, 1, (short) 1),
                        new NewTopic(AskingTopology.ANSWERS, 1, (short) 1)))
                .all()
                .get();
        TopicPartition answers = new TopicPartition(AskingTopology.ANSWERS, 0);
        consumer.assign(List.of(answers));
        consumer.seekToBeginning(List.of(answers));
    }

    @AfterEach
    void close() {
        started.forEach(BandStoreIT::leave);
        consumer.close();
        producer.close();
        admin.close();
        broker.close();
    }

    @Test
    void remembersItsMembersAfterARestart() throws Exception {
        Member original = SampleMembers.member(1, 1);
        Member left = SampleMembers.member(2, 1);
        Member copy = SampleMembers.member(3, 1);
        KafkaStreams first = start("first", 0);
        assertThat(ask(original)).isEqualTo("earlier [] later []");
        ask(left);
        ask(SampleMembers.withoutBands(left));
        leave(first);

        start("second", 0);
        assertThat(ask(copy)).isEqualTo("earlier [" + original.articleId() + "] later []");
        assertThat(changelogPolicy()).isEqualTo("compact");
    }

    @Test
    void aStandbyTakesOverWithWhatItHasRead() throws Exception {
        Member original = SampleMembers.member(1, 1);
        Member copy = SampleMembers.member(2, 1);
        KafkaStreams active = start("active", 1);
        KafkaStreams standby = start("standby", 1);
        ask(original);
        await(() -> position(standby) > 0);
        leave(active);

        assertThat(ask(copy)).isEqualTo("earlier [" + original.articleId() + "] later []");
    }

    /** The offset it has read to. How far it is behind would count the marks of transactions, which it never reads. */
    private static long position(KafkaStreams standby) {
        Map<Integer, LagInfo> stores = standby.allLocalStorePartitionLags().get(AskingTopology.STORE);
        return stores == null ? 0 : stores.get(0).currentOffsetPosition();
    }

    private String ask(Member member) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(
                        AskingTopology.CLAIMS, 0, START.toEpochMilli(), member.articleId(), new Claim(0, member)))
                .get();
        long start = System.nanoTime();
        while (System.nanoTime() - start < GIVE_UP.toNanos()) {
            for (ConsumerRecord<String, String> answer : consumer.poll(POLL)) {
                return answer.value();
            }
        }
        throw new AssertionError("nobody answered");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(GIVE_UP.toNanos());
            Thread.sleep(POLL.toMillis());
        }
    }

    private String changelogPolicy() throws Exception {
        ConfigResource changelog = new ConfigResource(ConfigResource.Type.TOPIC, CHANGELOG);
        return admin.describeConfigs(List.of(changelog))
                .all()
                .get()
                .get(changelog)
                .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                .value();
    }

    private KafkaStreams start(String name, int standbys) throws InterruptedException {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bands");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, dir.resolve(name).toString());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        properties.put("auto.offset.reset", "earliest");
        KafkaStreams streams = new KafkaStreams(AskingTopology.of(Duration.ofDays(8)), properties);
        started.add(streams);
        streams.start();
        await(() -> streams.state() == KafkaStreams.State.RUNNING);
        return streams;
    }

    private static void leave(KafkaStreams streams) {
        streams.close(CloseOptions.timeout(GIVE_UP)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
