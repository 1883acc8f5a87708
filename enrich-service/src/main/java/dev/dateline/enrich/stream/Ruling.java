package dev.dateline.enrich.stream;

import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.enrich.decide.Assignment;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.Version;
import dev.dateline.enrich.publish.ComposeEvent;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.step.Traced;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A decision, with the article that waited for it.
 *
 * @param waiting the article, when it is to be published; null otherwise
 * @param at the time of the record that brought the verdict
 */
public record Ruling(Decision decision, Traced<Original> waiting, Instant at) {
    /** An estimate from some hundred components has no more than three. */
    private static final double DIGITS = 1000;

    /** The article to tag and publish, if the decision is to publish it. */
    public List<Traced<Original>> originals() {
        return waiting == null ? List.of() : List.of(waiting);
    }

    /** The withdrawal of an event that turned out a copy's, if that is the decision. */
    public List<NewsEvent> withdrawals(ComposeEvent composer) {
        return decision instanceof Decision.Withdraw withdraw
                ? List.of(composer.withdraw(
                        withdraw.state(),
                        withdraw.revision(),
                        withdraw.assignment().originalId()))
                : List.of();
    }

    /** The assignment to publish, or a tombstone for one that no longer holds. */
    public List<Duplicate> assignments() {
        if (decision instanceof Decision.Assign assign) {
            return List.of(duplicate(assign.assignment()));
        }
        if (decision instanceof Decision.Withdraw withdraw) {
            return List.of(duplicate(withdraw.assignment()));
        }
        return decision instanceof Decision.Publish publish && publish.wasCopy()
                ? Collections.singletonList(null)
                : List.of();
    }

    private Duplicate duplicate(Assignment assignment) {
        ArticleState state = decision.state();
        Optional<RawPlace> raw = state.version(decision.revision()).map(Version::raw);
        return DuplicateBuilder.builder()
                .articleId(state.articleId())
                .revision(decision.revision())
                .originalId(assignment.originalId())
                .kind(assignment.kind())
                .similarity(Math.round(assignment.similarity() * DIGITS) / DIGITS)
                .reason(assignment.reason())
                .version(assignment.version())
                .sourceId(state.sourceId())
                .title(state.title())
                .url(state.url())
                .publishedAt(state.publishedAt())
                .receivedAt(state.receivedAt())
                .decidedAt(at)
                .rawPartition(raw.map(RawPlace::partition).orElse(null))
                .rawOffset(raw.map(RawPlace::offset).orElse(null))
                .build();
    }
}
