package dev.dateline.standalone.eval;

import dev.dateline.common.config.Settings;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.EnrichTopology;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.StreamsProperties;
import dev.dateline.enrich.near.BandCounts;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.read.RawArchive;
import dev.dateline.enrich.read.RawRecord;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.stream.BandStore;
import dev.dateline.enrich.stream.StateStores;
import dev.dateline.standalone.TemporaryDirectory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The service's topology with its stores, in Kafka's own test driver: one partition, one record after the other. */
final class TopologyRun {
    private static final int REPORT_EVERY = 2000;

    private final ServiceContext context;
    private final EnrichSettings settings;
    private final Pipeline pipeline;
    private final Map<String, String> originals = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    private TopologyRun(ServiceContext context, EnrichSettings settings, Pipeline pipeline) {
        this.context = context;
        this.settings = settings;
        this.pipeline = pipeline;
    }

    /** Lets articles arrive one by one, each at its time of receipt. */
    static Grouping of(Pipeline pipeline, List<RawArticle> arrivals, Consumer<String> progress) {
        try (TemporaryDirectory state = TemporaryDirectory.create("dateline-eval")) {
            Settings settings = Settings.load(
                    Map.of("dateline.enrich.state-dir", state.path().toString()));
            EnrichSettings enrich = EnrichSettings.from(settings);
            ServiceContext context = ServiceContext.of(settings);
            settings.check();
            return new TopologyRun(context, enrich, pipeline).run(arrivals, progress);
        }
    }

    private Grouping run(List<RawArticle> arrivals, Consumer<String> progress) {
        EnrichTopology topology = new EnrichTopology(
                context.topics(),
                settings.identityRetention(),
                inOneShare(settings.copies()),
                pipeline,
                new StepMeter(context.metrics()),
                () -> new SentArticles(context.topics().raw().name(), arrivals));
        Properties properties = StreamsProperties.of(context, settings);
        // A driver has no transactions; with them it would only write more files.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        try (TopologyTestDriver driver = new TopologyTestDriver(topology.get(), properties)) {
            double cpuSeconds = pipe(driver, arrivals, progress);
            return new Grouping(originals, refused, state(driver), Map.of("topology", cpuSeconds), work(driver));
        }
    }

    /** The driver has one partition of each topic. */
    private static CopySettings inOneShare(CopySettings copies) {
        return new CopySettings(1, copies.grace(), copies.sketch(), copies.rule());
    }

    private double pipe(TopologyTestDriver driver, List<RawArticle> arrivals, Consumer<String> progress) {
        TestInputTopic<byte[], byte[]> raw = driver.createInputTopic(
                context.topics().raw().name(), new ByteArraySerializer(), new ByteArraySerializer());
        TestOutputTopic<String, NewsEvent> events = driver.createOutputTopic(
                context.topics().events().name(),
                new StringDeserializer(),
                context.topics().events().serde().deserializer());
        TestOutputTopic<String, Duplicate> duplicates = driver.createOutputTopic(
                context.topics().duplicates().name(),
                new StringDeserializer(),
                context.topics().duplicates().serde().deserializer());
        TestOutputTopic<String, String> deadLetters = driver.createOutputTopic(
                context.topics().deadLetters().name(), new StringDeserializer(), new StringDeserializer());
        CpuClock clock = CpuClock.start();
        for (int i = 0; i < arrivals.size(); i++) {
            RawArticle article = arrivals.get(i);
            raw.pipeInput(
                    article.articleId().getBytes(StandardCharsets.UTF_8), Json.bytes(article), article.receivedAt());
            events.readKeyValuesToList().forEach(event -> published(event.value));
            duplicates.readKeyValuesToList().forEach(this::assigned);
            deadLetters.readKeyValuesToList().forEach(letter -> refused.add(letter.key));
            if ((i + 1) % REPORT_EVERY == 0) {
                progress.accept((i + 1) + " of " + arrivals.size() + " articles");
            }
        }
        return clock.seconds();
    }

    private void published(NewsEvent event) {
        boolean withdrawn = event.status() == EventStatus.WITHDRAWN;
        originals.put(event.articleId(), withdrawn ? event.duplicateOf() : event.articleId());
    }

    /** A tombstone says that the article is no copy any more. */
    private void assigned(KeyValue<String, Duplicate> assignment) {
        originals.put(assignment.key, assignment.value == null ? assignment.key : assignment.value.originalId());
    }

    private static StateSize state(TopologyTestDriver driver) {
        StateSize size = new StateSize();
        try (KeyValueIterator<Windowed<String>, Object> entries =
                driver.<String, Object>getWindowStore(StateStores.ARTICLES).all()) {
            entries.forEachRemaining(entry -> size.addArticle(entry.key.key(), entry.value));
        }
        try (KeyValueIterator<Windowed<String>, Object> entries =
                driver.<String, Object>getWindowStore(StateStores.FOLLOWERS).all()) {
            entries.forEachRemaining(entry -> size.addWindowed(StateStores.FOLLOWERS, entry.key.key(), entry.value));
        }
        size.addShare(bands(driver).bytes(), bands(driver).articles());
        for (String store : List.of(StateStores.PENDING, StateStores.LEDGER)) {
            try (KeyValueIterator<String, Object> entries =
                    driver.<String, Object>getKeyValueStore(store).all()) {
                entries.forEachRemaining(entry -> size.add(store, entry.key, entry.value));
            }
        }
        return size;
    }

    private static BandCounts bands(TopologyTestDriver driver) {
        return ((BandStore) driver.getStateStore(StateStores.BANDS)).counts().index();
    }

    private static Map<String, Long> work(TopologyTestDriver driver) {
        BandCounts counts = bands(driver);
        Map<String, Long> work = new LinkedHashMap<>();
        work.put("compared", counts.compared());
        work.put("hot_buckets", (long) counts.hotBuckets());
        work.put("left_out", counts.leftOut());
        return work;
    }

    /** The raw topic, for texts that have to be read again. */
    private record SentArticles(String topic, List<RawArticle> articles) implements RawArchive {
        @Override
        public Optional<RawRecord> read(int partition, long offset) {
            RawArticle article = articles.get((int) offset);
            byte[] key = article.articleId().getBytes(StandardCharsets.UTF_8);
            return Optional.of(new RawRecord(
                    topic,
                    partition,
                    offset,
                    key,
                    Json.bytes(article),
                    null,
                    article.receivedAt().toEpochMilli()));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
