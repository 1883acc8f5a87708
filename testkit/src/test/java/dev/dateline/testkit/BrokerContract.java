package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.common.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.SubscriptionPattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Dateline needs of a broker, whichever it is. Each implementation runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerContract {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Only a broken broker makes a test wait this long. */
    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    private Broker broker;
    private Admin admin;

    abstract Broker start();

    @BeforeAll
    void startBroker() {
        broker = start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    void closeBroker() {
        if (broker != null) {
            admin.close();
            broker.close();
        }
    }

    @Test
    void aGroupReadsWhatAnIdempotentProducerWrote() throws Exception {
        create("plain");
        List<String> values =
                IntStream.range(0, 1_000).mapToObj(i -> "value-" + i).toList();

        try (KafkaProducer<String, String> producer =
                producer(Map.of("enable.idempotence", true, "compression.type", "zstd"))) {
            send(producer, "plain", values);
        }

        assertThat(read("plain", values.size())).containsExactlyElementsOf(values);
    }

    @Test
    void showsATransactionWhollyOrNotAtAll() throws Exception {
        create("transactions");
        try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", "writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, "transactions", List.of("aborted"));
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, "transactions", List.of("one", "two"));
            producer.commitTransaction();
        }

        assertThat(read("transactions", 2)).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aGroupOfEitherProtocolFollowsAPattern(String protocol) throws Exception {
        create("pattern." + protocol);
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            send(producer, "pattern." + protocol, List.of("value"));
        }

        Map<String, Object> group = Map.of("group.id", "pattern-" + protocol, "group.protocol", protocol);
        try (KafkaConsumer<String, String> consumer = consumer(group)) {
            if (protocol.equals("classic")) {
                consumer.subscribe(Pattern.compile("pattern\\." + protocol));
            } else {
                consumer.subscribe(new SubscriptionPattern("pattern\\." + protocol));
            }
            assertThat(poll(() -> consumer.poll(POLL), 1)).containsExactly("value");
        }
    }

    @Test
    void aShareGroupWorksOffARecord() throws Exception {
        create("shared");
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            send(producer, "shared", List.of("work"));
        }
        set(ConfigResource.Type.GROUP, "workers", "share.auto.offset.reset", "earliest");

        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "workers");
        try (KafkaShareConsumer<String, String> worker =
                new KafkaShareConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            worker.subscribe(List.of("shared"));
            assertThat(poll(() -> worker.poll(POLL), 1)).containsExactly("work");
        }
    }

    @Test
    void takesTheCatalogueAndThenHasNothingToChange() throws Exception {
        Topics topics = Topics.of("first.", 3);

        TopicPlan plan = TopicPlan.of(admin, topics);
        assertThat(plan.steps())
                .hasOnlyElementsOfType(TopicPlan.Step.Create.class)
                .extracting(TopicPlan.Step::topic)
                .containsExactlyElementsOf(
                        topics.all().stream().map(Topic::name).toList());
        plan.apply(admin, (short) 1);

        assertThat(planOnceItHas(0, topics).steps()).isEmpty();
    }

    @Test
    void seesASettingThatSomebodyChangedAndSetsItBack() throws Exception {
        Topics topics = Topics.of("changed.", 1);
        TopicPlan.of(admin, topics).apply(admin, (short) 1);
        String wanted = topics.raw().config().get(TopicConfig.RETENTION_MS_CONFIG);
        planOnceItHas(0, topics);
        set(ConfigResource.Type.TOPIC, topics.raw().name(), TopicConfig.RETENTION_MS_CONFIG, "1000");

        TopicPlan plan = planOnceItHas(1, topics);
        assertThat(plan.steps())
                .containsExactly(
                        new TopicPlan.Step.Set(topics.raw().name(), TopicConfig.RETENTION_MS_CONFIG, "1000", wanted));
        plan.apply(admin, (short) 1);

        assertThat(planOnceItHas(0, topics).steps()).isEmpty();
    }

    @Test
    void leavesAnotherPartitionCountAlone() throws Exception {
        TopicPlan.of(admin, Topics.of("grown.", 1)).apply(admin, (short) 1);
        Topics wider = Topics.of("grown.", 2);
        int partitioned = (int)
                wider.all().stream().filter(topic -> topic.partitions() == 2).count();

        TopicPlan plan = planOnceItHas(partitioned, wider);
        assertThat(plan.conflicts()).isEqualTo(plan.steps()).hasSize(partitioned);
        plan.apply(admin, (short) 1);

        assertThat(planOnceItHas(partitioned, wider).conflicts()).hasSize(partitioned);
    }

    /** The controller confirms a change a moment before the broker, which answers questions, has heard of it. */
    private TopicPlan planOnceItHas(int steps, Topics topics) throws InterruptedException {
        long start = System.nanoTime();
        TopicPlan plan = TopicPlan.of(admin, topics);
        while (plan.steps().size() != steps && System.nanoTime() - start < GIVE_UP.toNanos()) {
            Thread.sleep(POLL.toMillis());
            plan = TopicPlan.of(admin, topics);
        }
        return plan;
    }

    private void create(String topic) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }

    private void set(ConfigResource.Type type, String resource, String name, String value)
            throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(type, resource),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private KafkaProducer<String, String> producer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("bootstrap.servers", broker.bootstrapServers());
        config.put("acks", "all");
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String topic, List<String> values)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = values.stream()
                .map(value -> producer.send(new ProducerRecord<>(topic, value)))
                .toList();
        producer.flush();
        for (Future<RecordMetadata> acknowledged : sent) {
            acknowledged.get();
        }
    }

    private List<String> read(String topic, int count) {
        try (KafkaConsumer<String, String> consumer = consumer(Map.of("group.id", "readers-of-" + topic))) {
            consumer.subscribe(List.of(topic));
            return poll(() -> consumer.poll(POLL), count);
        }
    }

    private KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("bootstrap.servers", broker.bootstrapServers());
        config.put("auto.offset.reset", "earliest");
        config.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    private static List<String> poll(Supplier<ConsumerRecords<String, String>> poll, int count) {
        List<String> values = new ArrayList<>();
        long start = System.nanoTime();
        while (values.size() < count && System.nanoTime() - start < GIVE_UP.toNanos()) {
            poll.get().forEach(record -> values.add(record.value()));
        }
        return values;
    }
}
