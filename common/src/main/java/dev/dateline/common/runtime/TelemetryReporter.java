package dev.dateline.common.runtime;

import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.telemetry.JvmReading;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.wire.CloudEvents;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the state of each service of this process once a second. Best effort: telemetry never holds up the work. */
final class TelemetryReporter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelemetryReporter.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    private static final long BUFFER_BYTES = 1 << 20;

    private final Topic<Telemetry> topic;
    private final String instanceId;
    private final Instant startedAt = Instant.now();
    private final Map<String, Object> properties;
    private final PeriodicTask reporting;
    private final Timer describing;
    private final DistributionSummary bytes;
    private KafkaProducer<String, Telemetry> producer;

    TelemetryReporter(ServiceContext context, List<Service> services) {
        this.topic = context.topics().telemetry();
        // Instances of one host share its name: a short suffix tells them and their restarts apart.
        this.instanceId =
                context.instanceId() + "-" + UUID.randomUUID().toString().substring(0, 8);
        this.properties = context.kafka().client("telemetry");
        properties.put(ProducerConfig.ACKS_CONFIG, "1");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PERIOD.toMillis());
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        this.producer = new KafkaProducer<>(
                properties, new StringSerializer(), topic.serde().serializer());
        this.describing = Timer.builder("dateline.telemetry")
                .description("Time to put together what is published about one service")
                .register(context.metrics());
        this.bytes = DistributionSummary.builder("dateline.telemetry.record")
                .description("Size of what is published about one service")
                .baseUnit("bytes")
                .register(context.metrics());
        this.reporting = new PeriodicTask("telemetry", PERIOD, () -> report(services));
    }

    void start() {
        reporting.start();
    }

    private void report(List<Service> services) {
        if (producer == null) {
            // Here and not at the start: a cluster whose name can't be resolved yet is no reason to stop.
            producer = new KafkaProducer<>(
                    properties, new StringSerializer(), topic.serde().serializer());
        }
        services.forEach(this::report);
    }

    private void report(Service service) {
        Telemetry telemetry = describing.record(() -> describe(service));
        ProducerRecord<String, Telemetry> published = new ProducerRecord<>(
                topic.name(), null, telemetry.atMs(), instanceId + "/" + service.name(), telemetry);
        CloudEvents.write(
                published.headers(),
                published.key() + "/" + telemetry.atMs(),
                service.name(),
                topic.schema(),
                telemetry.at());
        var unused = producer.send(published, (metadata, e) -> {
            if (e == null) {
                bytes.record(metadata.serializedValueSize());
            } else {
                LOG.debug("telemetry of {} not sent; the next second tries again", service.name(), e);
            }
        });
    }

    private Telemetry describe(Service service) {
        Health health = service.health();
        TelemetryBuilder telemetry = TelemetryBuilder.builder()
                .instanceId(instanceId)
                .service(service.name())
                .version(Version.current())
                .at(Instant.now())
                .startedAt(startedAt)
                .status(health.status().name().toLowerCase(Locale.ROOT))
                .detail(health.detail())
                .counters(service.counters())
                .jvm(JvmReading.now());
        service.report(telemetry);
        return telemetry.build();
    }

    @Override
    public void close() {
        reporting.close();
        if (producer != null) {
            producer.close(CLOSE_WITHIN);
        }
    }
}
