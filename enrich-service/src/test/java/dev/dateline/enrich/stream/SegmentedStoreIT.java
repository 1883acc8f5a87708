package dev.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts with a window store that may be empty beside a store that is not, on a real broker. */
class SegmentedStoreIT {
    private static final String WORDS = "words";
    private static final String ANSWERS = "answers";
    private static final String COUNTS = "counts";
    private static final String KEPT = "kept-words";
    private static final Duration RETENTION = Duration.ofDays(1);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    /** This word goes into the window store, all are counted. */
    private static final String KEEP = "keep";

    @TempDir
    private Path dir;

    @Test
    void stateIsNotReadAgainAfterAQuietTime() throws Exception {
        assertThat(answers(List.of("one", "two"), List.of("three"))).containsExactly("1 false", "2 false", "3 false");
    }

    @Test
    void whatIsInTheStoreIsThereAfterARestart() throws Exception {
        assertThat(answers(List.of(KEEP), List.of("two"))).containsExactly("1 true", "2 true");
    }

    /** The answers to words before and after a restart, which must not restore a single record. */
    private List<String> answers(List<String> before, List<String> after) throws Exception {
        List<String> answers = new ArrayList<>();
        try (Broker broker = Broker.embedded();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(WORDS, 1, (short) 1), new NewTopic(ANSWERS, 1, (short) 1)))
                    .all()
                    .get();
            run(broker, before, answers);
            assertThat(run(broker, after, answers)).isZero();
        }
        return answers;
    }

    /** Answers words, stops in order, and says how many records were restored at the start. */
    private long run(Broker broker, List<String> words, List<String> answers) throws Exception {
        AtomicLong restored = new AtomicLong();
        try (KafkaStreams streams = new KafkaStreams(topology(), properties(broker))) {
            streams.setGlobalStateRestoreListener(counting(restored));
            streams.start();
            for (String word : words) {
                answers.add(ask(broker, word, answers.size()));
            }
            streams.close(CloseOptions.timeout(GIVE_UP)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
        return restored.get();
    }

    private static String ask(Broker broker, String word, int answered) throws Exception {
        TopicPartition topic = new TopicPartition(ANSWERS, 0);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer());
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            producer.send(new ProducerRecord<>(WORDS, 0, "k", word)).get();
            List<String> all = new ArrayList<>();
            long start = System.nanoTime();
            while (all.size() <= answered) {
                assertThat(System.nanoTime() - start).isLessThan(GIVE_UP.toNanos());
                for (ConsumerRecord<String, String> answer : consumer.poll(POLL)) {
                    all.add(answer.value());
                }
            }
            return all.get(answered);
        }
    }

    private Properties properties(Broker broker) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "segmented");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, dir.toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        properties.put("auto.offset.reset", "earliest");
        return properties;
    }

    private static Topology topology() {
        return new Topology()
                .addSource(
                        "read", Serdes.String().deserializer(), Serdes.String().deserializer(), WORDS)
                .addProcessor("count", Counter::new, "read")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.Long()),
                        "count")
                .addStateStore(ExpiringStore.builder(KEPT, String.class, RETENTION), "count")
                .addSink(
                        "answer",
                        ANSWERS,
                        Serdes.String().serializer(),
                        Serdes.String().serializer(),
                        "count");
    }

    /** How many words there have been, and whether one was to be kept. */
    private static final class Counter extends ContextualProcessor<String, String, String, String> {
        private KeyValueStore<String, Long> counts;
        private ExpiringStore<String> kept;

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            counts = context.getStateStore(COUNTS);
            kept = new ExpiringStore<>(context, KEPT, RETENTION);
        }

        @Override
        public void process(Record<String, String> word) {
            Long before = counts.get(word.key());
            long count = before == null ? 1 : before + 1;
            counts.put(word.key(), count);
            if (word.value().equals(KEEP)) {
                kept.put(word.key(), word.value(), word.timestamp());
            }
            boolean isKept = kept.get(word.key(), word.timestamp()) != null;
            context().forward(word.withValue(count + " " + isKept));
        }
    }

    private static StateRestoreListener counting(AtomicLong restored) {
        return new StateRestoreListener() {
            @Override
            public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {}

            @Override
            public void onBatchRestored(TopicPartition changelog, String store, long end, long count) {
                restored.addAndGet(count);
            }

            @Override
            public void onRestoreEnd(TopicPartition changelog, String store, long total) {}
        };
    }
}
