package dev.dateline.enrich.stream;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.outcome.Failure;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;

/** Makes the dead letter of a record that a step refused. */
public final class DeadLetters {
    private final String pipelineVersion;

    public DeadLetters(String pipelineVersion) {
        this.pipelineVersion = pipelineVersion;
    }

    public DeadLetter of(Traced<?> refused) {
        Origin origin = refused.origin();
        Failure failure = refused.failure();
        return DeadLetterBuilder.builder()
                .originTopic(origin.topic())
                .originPartition(origin.partition())
                .originOffset(origin.offset())
                .originalKey(origin.key())
                .originalValue(origin.value())
                .articleId(origin.articleId())
                .sourceId(origin.sourceId())
                .step(refused.step())
                .reason(failure.reason().name())
                .message(failure.message())
                .attempts(1 + origin.redrives())
                .receivedAt(origin.timestamp())
                .pipelineVersion(pipelineVersion)
                .build();
    }
}
