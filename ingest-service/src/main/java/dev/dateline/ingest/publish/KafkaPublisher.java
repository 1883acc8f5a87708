package dev.dateline.ingest.publish;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaProbe;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.wire.CloudEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to {@code news.raw.v1}: idempotent, acknowledged by all in-sync replicas, keyed by article id, the record's timestamp the
 * time of receipt.
 *
 * <p>The producer opens once the probe has seen the topic, not before: a name that does not resolve yet must not stop the service,
 * and a producer that asks for a missing topic makes some clusters create it, with the wrong partitions.
 */
public final class KafkaPublisher implements Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final Duration CONNECT_PERIOD = Duration.ofMillis(200);
    private static final Duration LOOK_PERIOD = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration MAX_REQUEST_TIMEOUT = Duration.ofSeconds(10);
    /** Time for articles to share a request: more of them compress better, and no reader notices it. */
    private static final int LINGER_MS = 5;

    private static final int BATCH_BYTES = 64 << 10;

    private final KafkaSettings kafka;
    private final Topic<RawArticle> topic;
    private final PublisherSettings settings;
    private final KafkaProbe probe;
    private final PeriodicTask connecting;
    private final Unacknowledged unacknowledged;
    private final PeriodicTask looking;
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile KafkaProducer<String, RawArticle> producer;
    private volatile boolean ready;

    public KafkaPublisher(
            KafkaSettings kafka, Topic<RawArticle> topic, PublisherSettings settings, MeterRegistry metrics) {
        this.kafka = kafka;
        this.topic = topic;
        this.settings = settings;
        this.probe = new KafkaProbe(kafka, "ingest-probe", Set.of(topic.name()));
        this.connecting = new PeriodicTask("ingest-connect", CONNECT_PERIOD, this::connect);
        this.unacknowledged = new Unacknowledged(settings.silentAfter(), System.nanoTime());
        this.looking = new PeriodicTask("ingest-silence", LOOK_PERIOD, this::look);
        Gauge.builder("dateline.ingest.buffer.available", this, KafkaPublisher::bufferAvailable)
                .description("Room left for articles that wait for Kafka; at 0 clients get 429")
                .baseUnit("bytes")
                .register(metrics);
    }

    public void start() {
        probe.start();
        connecting.start();
        looking.start();
    }

    /** The producer goes on trying until the delivery's time is over; only the clients are answered now. */
    private void look() {
        int given = unacknowledged.look(System.nanoTime());
        if (given > 0) {
            LOG.warn(
                    "Kafka acknowledges nothing for {} ms: {} waiting articles are answered \"unconfirmed\"",
                    settings.silentAfter().toMillis(),
                    given);
        }
    }

    /** Opens the producer, and keeps the topic's metadata known, so that no request has to wait for it. */
    private void connect() {
        if (!probe.health().isUp()) {
            return;
        }
        if (producer == null) {
            producer = new KafkaProducer<>(
                    properties(), new StringSerializer(), topic.serde().serializer());
        }
        try {
            ready = !producer.partitionsFor(topic.name()).isEmpty();
        } catch (TimeoutException e) {
            LOG.debug("no metadata of {} yet; asked again in a moment", topic.name(), e);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = kafka.client("ingest-publisher");
        Duration requestTimeout = settings.deliverWithin().dividedBy(2);
        if (requestTimeout.compareTo(MAX_REQUEST_TIMEOUT) > 0) {
            requestTimeout = MAX_REQUEST_TIMEOUT;
        }
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.bufferBytes());
        properties.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.valueOf(topic.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)));
        properties.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.waitForRoom().toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                settings.deliverWithin().toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) requestTimeout.toMillis());
        return properties;
    }

    @Override
    public CompletableFuture<Delivery> publish(RawArticle article, String traceparent) {
        if (!ready || unacknowledged.isSilent()) {
            return CompletableFuture.completedFuture(Delivery.refused(Delivery.Cause.UNREACHABLE));
        }
        Unacknowledged.Wait wait = unacknowledged.enter();
        Thread caller = Thread.currentThread();
        try {
            var unused = producer.send(record(article, traceparent), (metadata, e) -> {
                if (e == null) {
                    unacknowledged.written(
                            wait, new Delivery.Written(metadata.topic(), metadata.partition(), metadata.offset()));
                    recovered();
                } else {
                    // What fails on the sending thread has never left this process.
                    unacknowledged.refused(wait, refused(e, Thread.currentThread() != caller));
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            // Closed, or interrupted while waiting for room.
            unacknowledged.refused(wait, refused(e, false));
        }
        return wait.delivery();
    }

    private ProducerRecord<String, RawArticle> record(RawArticle article, String traceparent) {
        ProducerRecord<String, RawArticle> published =
                new ProducerRecord<>(topic.name(), null, article.receivedAtMs(), article.articleId(), article);
        CloudEvents.write(
                published.headers(),
                article.articleId() + "/" + article.receivedAtMs(),
                article.sourceId(),
                topic.schema(),
                article.receivedAt());
        CloudEvents.trace(published.headers(), traceparent);
        return published;
    }

    private Delivery refused(Exception e, boolean sent) {
        if (e instanceof RecordTooLargeException) {
            return Delivery.refused(Delivery.Cause.TOO_LARGE);
        }
        if (e instanceof BufferExhaustedException) {
            return Delivery.refused(Delivery.Cause.FULL);
        }
        if (failing.compareAndSet(false, true)) {
            LOG.warn(
                    "Kafka does not take articles ({}); said once until it does", sent ? "unconfirmed" : "not sent", e);
        }
        return Delivery.refused(sent ? Delivery.Cause.UNCONFIRMED : Delivery.Cause.UNREACHABLE);
    }

    private void recovered() {
        if (failing.get() && failing.compareAndSet(true, false)) {
            LOG.info("Kafka takes articles again");
        }
    }

    @Override
    public Health health() {
        Health cluster = probe.health();
        return cluster.isUp() && !ready ? Health.starting("the producer is connecting") : cluster;
    }

    private double bufferAvailable() {
        if (producer == null) {
            return settings.bufferBytes();
        }
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("buffer-available-bytes"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        connecting.close();
        ready = false;
        if (producer != null) {
            producer.close(CLOSE_WITHIN);
        }
        looking.close();
        probe.close();
    }
}
