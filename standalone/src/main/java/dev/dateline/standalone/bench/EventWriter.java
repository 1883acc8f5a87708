package dev.dateline.standalone.bench;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.publish.Tagged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes events at a steady rate, each one an article of its own, and once a second the ledger, as the enrich service does. The events are
 * made before: what the steps cost is measured elsewhere.
 */
final class EventWriter implements AutoCloseable {
    private static final int DIGITS = 32;
    private static final int ID_LENGTH = 26;
    private static final double NANOS = 1e9;
    private static final long TICK_MS = 5;

    private final KafkaSettings kafka;
    private final List<NewsEvent> events;
    private final int rate;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread = new Thread(this::run, "bench-events");
    private final Map<String, Long> booked = new HashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final AtomicLong written = new AtomicLong();
    private volatile boolean closed;

    /** A writer that does not write yet. */
    EventWriter(KafkaSettings kafka, List<NewsEvent> events, int rate) {
        this.kafka = kafka;
        this.events = events;
        this.rate = rate;
        Map<String, Object> properties = kafka.client("bench-events");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** What the pipeline makes of articles, none of which it knows. */
    static List<NewsEvent> events(Pipeline pipeline, List<RawArticle> articles) {
        return articles.stream()
                .map(raw -> {
                    Article article = StepCosts.done(pipeline.extract().apply(raw));
                    var sketched = StepCosts.done(pipeline.sketch().apply(article));
                    Identified.Fresh known = (Identified.Fresh)
                            pipeline.identify().identify(null, sketched.article(), new RawPlace(0, 0));
                    Original original = new Original(article, known.version().revision(), 0);
                    Tagged tagged =
                            new Tagged(original, StepCosts.done(pipeline.tag().apply(article)));
                    return StepCosts.done(pipeline.compose().compose(StepCosts.traced(tagged, raw.receivedAt())));
                })
                .toList();
    }

    void start() {
        thread.start();
    }

    /** Events so far. */
    long written() {
        if (failure.get() != null) {
            throw new BenchException("the events could not be written: " + failure.get(), failure.get());
        }
        return written.get();
    }

    long threadId() {
        return thread.getId();
    }

    private void run() {
        long started = System.nanoTime();
        long nextBooks = 1;
        try {
            while (!closed && failure.get() == null) {
                double seconds = (System.nanoTime() - started) / NANOS;
                while (written.get() < seconds * rate) {
                    writeEvent();
                }
                if (seconds >= nextBooks) {
                    writeBooks();
                    nextBooks++;
                }
                TimeUnit.MILLISECONDS.sleep(TICK_MS);
            }
        } catch (InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void writeEvent() {
        long number = written.getAndIncrement();
        NewsEvent model = events.get((int) (number % events.size()));
        String id = id(number);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        NewsEvent event = NewsEventBuilder.builder(model)
                .eventId(id)
                .articleId(id)
                .receivedAt(now)
                .publishedAt(now)
                .build();
        booked.merge(event.sourceId(), 1L, Long::sum);
        send(kafka.topics().events(), id, event);
    }

    private void writeBooks() {
        int partitions = kafka.partitions();
        booked.forEach((source, events) -> {
            for (int partition = 0; partition < partitions; partition++) {
                long share = events / partitions;
                send(
                        kafka.topics().ledger(),
                        source + "|" + partition,
                        new LedgerLine(source, partition, share, share, 0, 0, 0, Instant.now()));
            }
        });
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = topic.serde().serializer().serialize(topic.name(), value);
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, bytes), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    private static String id(long number) {
        String digits = Long.toString(number, DIGITS);
        return "0".repeat(ID_LENGTH - digits.length()) + digits;
    }

    @Override
    public void close() {
        closed = true;
        Wait.forEnd(thread);
        producer.close();
    }
}
