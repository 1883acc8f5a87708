package dev.dateline.enrich.decide;

import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Series;
import dev.dateline.enrich.identify.Version;
import dev.dateline.enrich.identify.VersionStatus;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Notice;
import dev.dateline.enrich.near.Standing;
import dev.dateline.enrich.near.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what an article's owner learns of its neighbours into what consumers and followers are told, revision by revision. */
public final class DecideArticle {
    private static final double SAME_WORDS = 1.0;

    private final Duration retention;

    /**
     * The decisions for one retention.
     *
     * @param retention how long after it came an original is known to the bands
     */
    public DecideArticle(Duration retention) {
        this.retention = retention;
    }

    /** A share of the bands answers the question about a revision; an answer about an earlier revision changes nothing. */
    public Decided answered(ArticleState state, int revision, int partition, List<Neighbour> earlier, int later) {
        return revision == state.standing().revision()
                ? decide(state, state.standing().answered(partition, earlier, later), DuplicateReason.REASSIGNED)
                : unchanged(state);
    }

    /** An earlier article has come late. */
    public Decided met(ArticleState state, int revision, List<Neighbour> late) {
        if (revision != state.standing().revision()) {
            return unchanged(state);
        }
        Standing standing = state.standing();
        for (Neighbour neighbour : late) {
            standing = standing.met(neighbour);
        }
        return decide(state, standing, DuplicateReason.REASSIGNED);
    }

    /** A neighbour tells what it is. */
    public Decided told(ArticleState state, Notice notice) {
        Standing standing = state.standing().told(notice);
        boolean revised = standing.earlier().size() < state.standing().earlier().size();
        return decide(state, standing, revised ? DuplicateReason.REVISED : DuplicateReason.REASSIGNED);
    }

    /** The state after a refusal behind the verdict: the raw record ended as a dead letter, and nobody can be a copy of it. */
    public Decided refused(ArticleState state, int revision) {
        Optional<Version> found = state.version(revision);
        if (found.isEmpty()) {
            return unchanged(state);
        }
        return telling(state, state.with(found.get().with(VersionStatus.DEAD_LETTER)), List.of(), Optional.empty());
    }

    /** What a follower is told that asks; nothing before there is a verdict. */
    public Optional<Notice> notice(ArticleState state) {
        return state.standing().isJudged() ? Optional.of(noticeOf(state)) : Optional.empty();
    }

    private Decided decide(ArticleState before, Standing standing, DuplicateReason reason) {
        Optional<Neighbour> ask = standing.toAsk();
        Standing asking = ask.map(standing::asking).orElse(standing);
        Optional<Verdict> due = asking.due();
        if (due.isEmpty()) {
            return new Decided(before.with(asking), List.of(), ask, Optional.empty());
        }
        boolean expired = isExpired(before, due.get());
        Verdict verdict = expired ? before.standing().verdict() : due.get();
        Judgement judgement = new Judgement(before.with(asking.judged(verdict)), verdict);
        if (before.firstUnsettled().isPresent()) {
            judgement.settleAll(expired);
        } else if (!verdict.names(before.standing().verdict())) {
            judgement.change(reason);
        }
        return telling(before, judgement.state, judgement.decisions, ask);
    }

    /** A copy was revised after its original had left the window: nobody can compare them any more, and the story is told once. */
    private boolean isExpired(ArticleState state, Verdict due) {
        Verdict last = state.standing().verdict();
        return due.isOriginal()
                && state.standing().isJudged()
                && state.standing().judged() != state.standing().revision()
                && !last.isOriginal()
                && Duration.between(last.receivedAt(), state.receivedAt()).compareTo(retention) > 0;
    }

    private static Decided telling(
            ArticleState before, ArticleState after, List<Decision> decisions, Optional<Neighbour> ask) {
        boolean news = !before.standing().isJudged()
                || before.standing().judged() != after.standing().judged()
                || isOriginal(before) != isOriginal(after)
                || !after.standing().verdict().names(before.standing().verdict());
        if (!news) {
            return new Decided(after, decisions, ask, Optional.empty());
        }
        ArticleState told = after.with(after.standing().nextTurn());
        return new Decided(told, decisions, ask, Optional.of(noticeOf(told)));
    }

    private static Notice noticeOf(ArticleState state) {
        boolean original = isOriginal(state);
        Verdict verdict = state.standing().verdict();
        return new Notice(
                state.articleId(),
                state.standing().judged(),
                state.standing().turn(),
                original,
                original ? Verdict.originalWith(state.card()) : verdict.isOriginal() ? null : verdict);
    }

    /** An original that consumers see. */
    private static boolean isOriginal(ArticleState state) {
        return state.published()
                .filter(version -> version.status() == VersionStatus.EVENT)
                .isPresent();
    }

    private static Decided unchanged(ArticleState state) {
        return new Decided(state, List.of(), Optional.empty(), Optional.empty());
    }

    /** What follows from one verdict, while it is worked out. */
    private static final class Judgement {
        private final Verdict verdict;
        private final List<Decision> decisions = new ArrayList<>();
        private ArticleState state;

        Judgement(ArticleState state, Verdict verdict) {
            this.state = state;
            this.verdict = verdict;
        }

        /** All revisions that wait get the verdict on the last of them: it is the one whose text was compared. */
        void settleAll(boolean expired) {
            Optional<Version> next = state.firstUnsettled();
            while (next.isPresent()) {
                settle(next.get(), expired);
                next = state.firstUnsettled();
            }
        }

        private void settle(Version version, boolean expired) {
            Optional<VersionStatus> before = state.published().map(Version::status);
            boolean wasEvent = before.filter(VersionStatus.EVENT::equals).isPresent();
            if (verdict.isOriginal()) {
                publish(version, Booking.NONE, before.isPresent() && !wasEvent);
                return;
            }
            DuplicateKind kind = kind();
            boolean handOver = kind == DuplicateKind.UPDATE;
            DuplicateReason reason = before.isEmpty()
                    ? DuplicateReason.NEW
                    : expired ? DuplicateReason.EXPIRED : DuplicateReason.REVISED;
            assign(version, handOver ? Booking.NONE : Booking.COPY, wasEvent, assignment(kind, reason, handOver));
        }

        /** What consumers see is something else now. */
        void change(DuplicateReason reason) {
            Optional<Version> visible = state.published();
            if (visible.isEmpty()) {
                return; // all was refused
            }
            Version version = visible.get();
            boolean handedOver = version.status() == VersionStatus.UPDATE;
            if (verdict.isOriginal()) {
                // What was handed over stays with the article that took it: its record is booked there.
                if (!handedOver) {
                    publish(version, Booking.NO_LONGER_COPY, true);
                }
                return;
            }
            boolean wasEvent = version.status() == VersionStatus.EVENT;
            DuplicateKind kind = kind();
            boolean handOver = kind == DuplicateKind.UPDATE && !handedOver;
            Booking booking = handedOver
                    ? Booking.NONE
                    : handOver
                            ? (wasEvent ? Booking.NO_LONGER_EVENT : Booking.NO_LONGER_COPY)
                            : (wasEvent ? Booking.EVENT_TO_COPY : Booking.NONE);
            assign(version, booking, wasEvent, assignment(kind, reason, handOver));
        }

        private void publish(Version version, Booking booking, boolean wasCopy) {
            state = state.with(version.with(VersionStatus.EVENT));
            decisions.add(new Decision.Publish(
                    state, version.revision(), booking, state.standing().copies(), wasCopy));
        }

        private void assign(Version version, Booking booking, boolean wasEvent, Assignment assignment) {
            boolean handedOver = assignment.handOver() || version.status() == VersionStatus.UPDATE;
            state = state.with(version.with(handedOver ? VersionStatus.UPDATE : VersionStatus.COPY))
                    .withAssignment();
            decisions.add(
                    wasEvent
                            ? new Decision.Withdraw(state, version.revision(), booking, assignment)
                            : new Decision.Assign(state, version.revision(), booking, assignment));
        }

        /** A re-send under a mark is a revision of the story that it was sent for. */
        private DuplicateKind kind() {
            Series series = Series.of(state.sourceId(), state.title());
            if (series.marked() && series.key().equals(verdict.card().series())) {
                return DuplicateKind.UPDATE;
            }
            return state.words().equals(verdict.card().words()) ? DuplicateKind.EXACT : DuplicateKind.NEAR;
        }

        private Assignment assignment(DuplicateKind kind, DuplicateReason reason, boolean handOver) {
            return new Assignment(
                    verdict.originalId(),
                    verdict.ownerPartition(),
                    kind,
                    kind == DuplicateKind.EXACT ? SAME_WORDS : verdict.similarity(),
                    state.assignments() + 1,
                    reason,
                    handOver);
        }
    }
}
