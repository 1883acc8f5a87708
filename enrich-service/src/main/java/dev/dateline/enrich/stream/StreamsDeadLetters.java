package dev.dateline.enrich.stream;

import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.outcome.Reason;
import dev.dateline.common.runtime.Version;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Json;
import dev.dateline.common.wire.Redrives;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fails outside our steps, as dead letters of the same form (KIP-1034), written in the same transaction. The steps catch their own
 * failures, so whatever ends here is a defect: its raw record stays in flight in the ledger, which is the alarm.
 *
 * <p>Failures of Kafka or of a store are no record's fault: they stop the thread, which is replaced and tries again.
 */
public final class StreamsDeadLetters
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsDeadLetters.class);

    private String topic;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = (String) configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception e) {
        return DeserializationExceptionHandler.Response.resume(
                List.of(letter(context, unreadable.key(), unreadable.value(), Reason.MALFORMED_RECORD, e)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> processed, Exception e) {
        return e instanceof KafkaException
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(List.of(letter(context, Reason.STREAMS_ERROR, e)));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> produced, Exception e) {
        return e instanceof RecordTooLargeException && !produced.topic().equals(topic)
                ? ProductionExceptionHandler.Response.resume(List.of(letter(context, Reason.TOO_LARGE, e)))
                : ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka declares it
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord produced, Exception e, SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.resume(List.of(letter(context, Reason.STREAMS_ERROR, e)));
    }

    private ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, Reason reason, Exception e) {
        return letter(context, context.sourceRawKey(), context.sourceRawValue(), reason, e);
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte[] key, byte[] value, Reason reason, Exception e) {
        LOG.error(
                "{} failed outside our steps on {}-{}@{}",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                e);
        Instant received = Instant.ofEpochMilli(context.timestamp());
        String source = CloudEvents.source(context.headers());
        byte[] json = Json.bytes(DeadLetterBuilder.builder()
                .originTopic(context.topic())
                .originPartition(context.partition())
                .originOffset(context.offset())
                .originalKey(key == null ? null : new String(key, StandardCharsets.UTF_8))
                .originalValue(value)
                .sourceId(source == null ? LedgerLine.UNKNOWN_SOURCE : source)
                .step(context.processorNodeId())
                .reason(reason.name())
                .message(e.getClass().getSimpleName() + "; the cause is in the service's log")
                .attempts(1 + Redrives.count(context.headers()))
                .receivedAt(received)
                .pipelineVersion(Version.current())
                .build());
        return new ProducerRecord<>(topic, null, context.timestamp(), key, json);
    }
}
