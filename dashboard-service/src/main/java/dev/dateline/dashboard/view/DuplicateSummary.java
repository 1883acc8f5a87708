package dev.dateline.dashboard.view;

import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;

/** A verdict on a copy as the page lists it. */
public record DuplicateSummary(
        String articleId,
        String originalId,
        DuplicateKind kind,
        double similarity,
        DuplicateReason reason,
        int version,
        String sourceId,
        String title,
        RecordPosition record) {

    private static final int NAME = 120;
    private static final int LINE = 300;

    static DuplicateSummary of(RecordPosition record, Duplicate duplicate) {
        return new DuplicateSummary(
                duplicate.articleId(),
                Excerpt.of(duplicate.originalId(), NAME),
                duplicate.kind(),
                duplicate.similarity(),
                duplicate.reason(),
                duplicate.version(),
                Excerpt.of(duplicate.sourceId(), NAME),
                Excerpt.of(duplicate.title(), LINE),
                record);
    }
}
