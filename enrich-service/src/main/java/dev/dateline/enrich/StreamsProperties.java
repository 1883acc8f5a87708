package dev.dateline.enrich;

import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.enrich.stream.BoundedRocksDb;
import dev.dateline.enrich.stream.StreamsDeadLetters;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Kafka Streams configuration, from ours. */
public final class StreamsProperties {
    /** The largest record we write is a dead letter. */
    private static final int MAX_REQUEST_BYTES = 8 << 20;

    private static final int HEARTBEAT_MS = 500;
    /** How much sooner than an instance its transaction is given up: a second to notice it, so that both are gone at the same time. */
    private static final Duration ABORT_AHEAD = Duration.ofSeconds(1);

    /** Room for a commit interval's records of one partition. */
    private static final int BATCH_BYTES = 128 << 10;

    private static final int MAX_POLL_RECORDS = 500;
    private static final long RECORD_CACHE_BYTES = 8L << 20;

    private StreamsProperties() {}

    /** Everything that {@link org.apache.kafka.streams.KafkaStreams} is started with; a benchmark runs another topology with the same. */
    public static Properties of(ServiceContext context, EnrichSettings settings) {
        Properties properties = new Properties();
        properties.putAll(context.kafka().client("enrich"));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(context));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) context.kafka().replicationFactor());
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, settings.groupProtocol());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, RECORD_CACHE_BYTES);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.CACHE_BYTES, settings.rocksDbCache());

        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                context.topics().deadLetters().name());
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StreamsDeadLetters.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StreamsDeadLetters.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, StreamsDeadLetters.class);

        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Records are seen at the commit, which flushes: to send part of them earlier costs requests and gains nothing.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                transactionTimeout(settings).toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(MAX_REQUEST_BYTES));
        if (settings.groupProtocol().equals("classic")) {
            // The streams protocol takes these from the broker (group.streams.*).
            properties.putAll(Map.of(
                    StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                    settings.standbyReplicas(),
                    StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                    (int) settings.missedAfter().toMillis(),
                    StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                    HEARTBEAT_MS));
        }
        return properties;
    }

    /** Whoever reads as committed waits behind the open transaction of a dead instance until it is aborted. */
    private static Duration transactionTimeout(EnrichSettings settings) {
        Duration ahead = settings.missedAfter().minus(ABORT_AHEAD);
        Duration least = settings.commitInterval().multipliedBy(2); // Streams refuses less than one
        return ahead.compareTo(least) > 0 ? ahead : least;
    }

    static String applicationId(ServiceContext context) {
        return context.kafka().topicPrefix() + "dateline-enrich";
    }
}
