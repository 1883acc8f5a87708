package dev.dateline.enrich.decide;

import dev.dateline.common.model.DuplicateReason;
import dev.dateline.enrich.copies.Verdict;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Version;
import dev.dateline.enrich.identify.VersionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a verdict into what consumers are told, revision by revision. */
public final class DecideArticle {

    /**
     * The article's new state, and what to publish, in order.
     *
     * @param decisions may be empty: a verdict on a superseded revision changes nothing that is published
     */
    public record Decided(ArticleState state, List<Decision> decisions) {}

    public Decided decide(ArticleState state, Verdict verdict) {
        Optional<Version> found = state.version(verdict.revision());
        if (found.isEmpty()) {
            return new Decided(state, List.of()); // so old that it is forgotten: later revisions are published
        }
        Version version = found.get();
        if (!version.status().settled()) {
            return settleInOrder(
                    state.with(version.answered(VersionStatus.ANSWERED, verdict.originalId(), verdict.copiesSeen())));
        }
        boolean visible = state.published().filter(version::equals).isPresent();
        boolean sameAnswer = verdict.isOriginal() || verdict.originalId().equals(version.originalId());
        if (!visible || sameAnswer) {
            return new Decided(state, List.of());
        }
        return reassign(state, version, verdict);
    }

    /** The state after a refusal behind the verdict: the raw record ended as a dead letter. */
    public ArticleState refused(ArticleState state, int revision) {
        return state.version(revision)
                .map(version -> state.with(version.with(VersionStatus.DEAD_LETTER)))
                .orElse(state);
    }

    private static Decided settleInOrder(ArticleState answered) {
        ArticleState state = answered;
        List<Decision> decisions = new ArrayList<>();
        Optional<Version> next = state.firstUnsettled();
        while (next.isPresent() && next.get().status() == VersionStatus.ANSWERED) {
            Decision decision = settle(state, next.get());
            decisions.add(decision);
            state = decision.state();
            next = state.firstUnsettled();
        }
        return new Decided(state, List.copyOf(decisions));
    }

    private static Decision settle(ArticleState state, Version version) {
        Optional<VersionStatus> before = state.published().map(Version::status);
        if (version.originalId() == null) {
            return new Decision.Publish(
                    state.with(version.with(VersionStatus.EVENT)),
                    version.revision(),
                    version.copiesSeen(),
                    before.filter(VersionStatus.COPY::equals).isPresent());
        }
        ArticleState next = state.with(version.with(VersionStatus.COPY)).withAssignment();
        DuplicateReason reason = before.isPresent() ? DuplicateReason.REVISED : DuplicateReason.NEW;
        return before.filter(VersionStatus.EVENT::equals).isPresent()
                ? new Decision.Withdraw(
                        next, version.revision(), version.originalId(), next.assignments(), reason, true)
                : new Decision.Assign(next, version.revision(), version.originalId(), next.assignments(), reason, true);
    }

    private static Decided reassign(ArticleState state, Version version, Verdict verdict) {
        ArticleState next = state.with(version.answered(VersionStatus.COPY, verdict.originalId(), 0))
                .withAssignment();
        Decision decision = version.status() == VersionStatus.EVENT
                ? new Decision.Withdraw(
                        next, version.revision(), verdict.originalId(), next.assignments(), verdict.reason(), false)
                : new Decision.Assign(
                        next, version.revision(), verdict.originalId(), next.assignments(), verdict.reason(), false);
        return new Decided(next, List.of(decision));
    }
}
