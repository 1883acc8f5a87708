package dev.dateline.ingest.poll.schedule;

import dev.dateline.common.model.BreakerState;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.SourceStateBuilder;
import dev.dateline.common.model.SourceStatus;
import dev.dateline.ingest.poll.source.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** From state to state: when a source is due, what is written before its poll, and what after it. */
public final class Turns {
    /** 2,000 digests. */
    private static final int MOST_SEEN_BYTES = 16_000;

    private final PollRules rules;
    private final String instanceId;

    public Turns(PollRules rules, String instanceId) {
        this.rules = rules;
        this.instanceId = instanceId;
    }

    /** When a source is to be polled next; empty for one that is not. */
    public static Optional<Instant> due(Source source, SourceState state) {
        if (source.paused()) {
            return Optional.empty();
        }
        if (!isAbout(source, state) || state.polledAt() == null) {
            return Optional.of(source.updatedAt());
        }
        Instant requested = source.pollRequestedAt();
        if (requested != null && requested.isAfter(state.polledAt())) {
            Instant turn = latest(requested, state.polledAt().plus(PollRules.OUT_OF_TURN));
            return Optional.of(state.notBefore() == null ? turn : latest(turn, state.notBefore()));
        }
        return state.status() == SourceStatus.GONE ? Optional.empty() : Optional.ofNullable(state.nextPollAt());
    }

    /** Where a source is asked: its declared address, or the one it has moved to for good. */
    public static String address(Source source, SourceState state) {
        boolean moved =
                isAbout(source, state) && state.movedTo() != null && state.movedPolls() >= PollRules.MOVE_HOLDS_AFTER;
        return moved ? state.movedTo() : source.url();
    }

    /**
     * What is written before a poll: the time of the next one, so that whoever reads this later, after a crash or a move, waits for it.
     *
     * @param state until now; null for a new source
     */
    public SourceState claim(Source source, SourceState state, Instant now) {
        SourceState before = isAbout(source, state) ? state : fresh(source, state);
        boolean probing = before.breaker() != BreakerState.CLOSED;
        return SourceStateBuilder.builder(before)
                .status(SourceStatus.POLLING)
                .breaker(probing ? BreakerState.HALF_OPEN : BreakerState.CLOSED)
                .polledAt(now)
                .nextPollAt(now.plus(Jitter.added(source.id(), interval(source, before))))
                .polls(before.polls() + 1)
                .instanceId(instanceId)
                .build();
    }

    /**
     * What is written after a poll.
     *
     * @param claimed as it was before the poll
     * @param hubDelivers whether news arrive by themselves, so that polling is only for safety
     */
    public SourceState after(
            Source source, SourceState claimed, PollOutcome outcome, Instant now, boolean hubDelivers) {
        SourceStateBuilder next = SourceStateBuilder.builder(claimed).notBefore(null);
        if (outcome instanceof PollOutcome.Delivered delivered) {
            delivered(next, source, claimed, delivered, now, hubDelivers);
        } else if (outcome instanceof PollOutcome.NotModified same) {
            succeeded(next, source, claimed, same.httpStatus(), same.movedTo(), now);
            next.status(SourceStatus.UNCHANGED).newItems(0);
            nextPoll(next, source, claimed, gap(claimed, 0, now), null, same.freshFor(), hubDelivers);
        } else if (outcome instanceof PollOutcome.Failed failed) {
            failed(next, source, claimed, failed, now);
        } else if (outcome instanceof PollOutcome.Gone gone) {
            next.status(SourceStatus.GONE)
                    .httpStatus(gone.httpStatus())
                    .detail("the server says it is gone for good (410); give it another address, or remove it")
                    .failures(claimed.failures() + 1)
                    .nextPollAt(null);
        } else {
            next.status(SourceStatus.UNCHANGED)
                    .detail("the last poll was stopped, because the source moved to another instance");
        }
        return next.build();
    }

    /** What is written after a hub has delivered. The time of the next poll stays. */
    static SourceState pushed(SourceState state, PollOutcome.Pushed pushed, Instant now) {
        byte[] known = state.seen() == null ? new byte[0] : state.seen();
        byte[] all = Arrays.copyOf(known, known.length + pushed.added().length);
        System.arraycopy(pushed.added(), 0, all, known.length, pushed.added().length);
        return SourceStateBuilder.builder(state)
                .lastNewAt(pushed.newItems() > 0 ? now : state.lastNewAt())
                .publishedItems(state.publishedItems() + pushed.newItems())
                .seen(Arrays.copyOfRange(all, Math.max(0, all.length - MOST_SEEN_BYTES), all.length))
                .build();
    }

    private void delivered(
            SourceStateBuilder next,
            Source source,
            SourceState claimed,
            PollOutcome.Delivered delivered,
            Instant now,
            boolean hubDelivers) {
        succeeded(next, source, claimed, delivered.httpStatus(), delivered.movedTo(), now);
        Duration gap = claimed.gapSeconds() == null
                ? Rhythm.ofDates(delivered.published(), now)
                : gap(claimed, delivered.newItems(), now);
        next.status(delivered.newItems() > 0 ? SourceStatus.OK : SourceStatus.UNCHANGED)
                .detail(delivered.detail())
                .etag(delivered.complete() ? delivered.etag() : null)
                .lastModified(delivered.complete() ? delivered.lastModified() : null)
                .lastNewAt(delivered.newItems() > 0 ? now : claimed.lastNewAt())
                .items(delivered.items())
                .newItems(delivered.newItems())
                .publishedItems(claimed.publishedItems() + delivered.newItems())
                .seen(delivered.seen());
        nextPoll(next, source, claimed, gap, delivered.firstInterval(), delivered.freshFor(), hubDelivers);
        if (!delivered.complete()) {
            next.nextPollAt(claimed.polledAt().plus(Jitter.added(source.id(), rules.shortest())));
        }
    }

    private static void succeeded(
            SourceStateBuilder next, Source source, SourceState claimed, int status, String movedTo, Instant now) {
        next.httpStatus(status)
                .detail(null)
                .failures(0)
                .breaker(BreakerState.CLOSED)
                .lastSuccessAt(now);
        boolean askedThere = !address(source, claimed).equals(source.url());
        if (movedTo != null) {
            next.movedTo(movedTo).movedPolls(movedTo.equals(claimed.movedTo()) ? claimed.movedPolls() + 1 : 1);
        } else if (!askedThere) {
            next.movedTo(null).movedPolls(0);
        }
    }

    private void failed(
            SourceStateBuilder next, Source source, SourceState claimed, PollOutcome.Failed failed, Instant now) {
        int failures = claimed.failures() + 1;
        Duration pause = Jitter.added(source.id(), Backoff.pause(rules, interval(source, claimed), failures));
        Instant pauseEnds = claimed.polledAt().plus(pause);
        Instant notBefore = failed.retryAfter() == null ? null : now.plus(failed.retryAfter());
        next.status(SourceStatus.FAILING)
                .httpStatus(failed.httpStatus())
                .detail(failed.detail())
                .failures(failures)
                .breaker(Backoff.breaker(failures))
                .newItems(0)
                .notBefore(notBefore)
                .nextPollAt(notBefore == null ? pauseEnds : latest(pauseEnds, notBefore));
        if (failures >= PollRules.MOVE_ENDS_AFTER) {
            next.movedTo(null).movedPolls(0);
        }
    }

    private void nextPoll(
            SourceStateBuilder next,
            Source source,
            SourceState claimed,
            Duration gap,
            Duration firstInterval,
            Duration freshFor,
            boolean hubDelivers) {
        next.gapSeconds(gap == null ? null : gap.toSeconds());
        Duration rhythm = gap != null && claimed.gapSeconds() != null ? Rhythm.interval(gap) : null;
        Duration wanted = rhythm != null ? rhythm : first(source, firstInterval, gap);
        if (freshFor != null) {
            Duration fresh = freshFor.compareTo(PollRules.MOST_FRESH) > 0 ? PollRules.MOST_FRESH : freshFor;
            wanted = fresh.compareTo(wanted) > 0 ? fresh : wanted;
        }
        Duration interval = rules.bounded(wanted);
        if (hubDelivers && interval.compareTo(rules.safety()) < 0) {
            interval = rules.safety();
        }
        next.nextPollAt(claimed.polledAt().plus(Jitter.added(source.id(), interval)));
    }

    /** Of the first polls: what was declared, else what the feed says, else what its dates show. */
    private Duration first(Source source, Duration said, Duration gap) {
        if (source.interval() != null) {
            return Interval.read(source.interval());
        }
        if (said != null) {
            return said;
        }
        return gap == null ? rules.usual() : Rhythm.interval(gap);
    }

    /** While nothing else is known: by the rhythm, else as declared. */
    private Duration interval(Source source, SourceState state) {
        Duration gap = state.gapSeconds() == null ? null : Duration.ofSeconds(state.gapSeconds());
        return rules.bounded(gap == null || state.polls() < 2 ? first(source, null, gap) : Rhythm.interval(gap));
    }

    private static Duration gap(SourceState claimed, int newItems, Instant now) {
        if (claimed.gapSeconds() == null) {
            return null;
        }
        Instant since = claimed.lastNewAt() == null ? claimed.polledAt() : claimed.lastNewAt();
        return Rhythm.next(Duration.ofSeconds(claimed.gapSeconds()), newItems, Duration.between(since, now));
    }

    private static SourceState fresh(Source source, SourceState former) {
        return SourceStateBuilder.builder()
                .sourceId(source.id())
                .url(source.url())
                .breaker(BreakerState.CLOSED)
                // The same items may be found at the new address.
                .seen(former == null ? null : former.seen())
                .build();
    }

    private static boolean isAbout(Source source, SourceState state) {
        return state != null && source.url().equals(state.url());
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
