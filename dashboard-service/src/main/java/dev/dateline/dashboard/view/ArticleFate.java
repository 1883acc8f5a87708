package dev.dateline.dashboard.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.EventStatus;
import java.time.Instant;

/**
 * What became of an article, as far as the topics said so since the index began.
 *
 * @param event its latest event; null when none was seen
 * @param duplicate the latest verdict that it is a copy; null when none was seen
 * @param deadLetter its latest dead letter; null when none was seen
 */
public record ArticleFate(String articleId, AsEvent event, AsDuplicate duplicate, AsDeadLetter deadLetter) {

    /** It is, or was, an event. */
    public record AsEvent(EventStatus status, int revision, String duplicateOf, RecordPosition record) {}

    /** It is, or was, a copy. */
    public record AsDuplicate(
            String originalId,
            DuplicateKind kind,
            double similarity,
            int revision,
            int version,
            RecordPosition record) {}

    /** A delivery of it failed. */
    public record AsDeadLetter(String step, String reason, String message, RecordPosition record) {}

    /** Where it stands. */
    public enum Status {
        @JsonProperty("event")
        EVENT,
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("dead_letter")
        DEAD_LETTER
    }

    static ArticleFate unknown(String articleId) {
        return new ArticleFate(articleId, null, null, null);
    }

    /**
     * The latest word. The topics are read side by side, so the times of their records decide; at the same time a copy stays a copy,
     * and a delivery that failed does not undo what an earlier one became.
     */
    @JsonProperty("status")
    public Status status() {
        Instant asEvent = event == null ? Instant.MIN : event.record().at();
        Instant asDuplicate =
                duplicate == null ? Instant.MIN : duplicate.record().at();
        if (event == null && duplicate == null) {
            return Status.DEAD_LETTER;
        }
        if (deadLetter != null
                && deadLetter.record().at().isAfter(asEvent)
                && deadLetter.record().at().isAfter(asDuplicate)) {
            return Status.DEAD_LETTER;
        }
        boolean withdrawn = event != null && event.status() == EventStatus.WITHDRAWN;
        return asEvent.isAfter(asDuplicate) && !withdrawn ? Status.EVENT : Status.DUPLICATE;
    }

    ArticleFate with(AsEvent latest) {
        return new ArticleFate(articleId, latest, duplicate, deadLetter);
    }

    ArticleFate with(AsDuplicate latest) {
        return new ArticleFate(articleId, event, latest, deadLetter);
    }

    ArticleFate with(AsDeadLetter latest) {
        return new ArticleFate(articleId, event, duplicate, latest);
    }
}
