package dev.dateline.ingest.poll.schedule;

import static dev.dateline.ingest.poll.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.BreakerState;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.SourceStatus;
import dev.dateline.ingest.poll.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The politeness rules, on a clock of their own. */
class TurnsTest {
    private static final String URL = "https://harbour-post.example/feed";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Turns turns = new Turns(Samples.RULES, "i-1");
    private final Source source = Samples.source("harbour-post", URL).build();

    private static PollOutcome.Delivered delivered(int newItems, Duration gap) {
        List<Instant> times = IntStream.range(0, 10)
                .mapToObj(i -> START.minus(gap.multipliedBy(i)))
                .toList();
        return new PollOutcome.Delivered(
                200, "\"1\"", "lm", null, null, null, times, 10, newItems, true, null, new byte[8]);
    }

    private static PollOutcome.Failed failed(Integer status, Duration retryAfter) {
        return new PollOutcome.Failed(status, "why", retryAfter);
    }

    /** Polls when it is due, again and again. */
    private SourceState poll(Source polled, SourceState state, PollOutcome outcome) {
        Instant at = Turns.due(polled, state).orElseThrow();
        return turns.after(polled, turns.claim(polled, state, at), outcome, at.plusSeconds(1), false);
    }

    private static Duration pause(SourceState state) {
        return Duration.between(state.polledAt(), state.nextPollAt());
    }

    /** With the jitter of at most a tenth. */
    private static void about(SourceState state, Duration interval) {
        assertThat(pause(state)).isBetween(interval, interval.plus(interval.dividedBy(10)));
    }

    @Test
    void aNewSourceIsDueAtOnce() {
        assertThat(Turns.due(source, null)).contains(START);
    }

    @Test
    void theClaimSaysWhenTheNextPollIsBeforeTheFirstOneBegins() {
        SourceState claimed = turns.claim(source, null, START);

        assertThat(claimed.status()).isEqualTo(SourceStatus.POLLING);
        assertThat(claimed.instanceId()).isEqualTo("i-1");
        assertThat(Turns.due(source, claimed)).contains(claimed.nextPollAt());
        about(claimed, Samples.RULES.usual());
    }

    @Test
    void theFirstIntervalIsTheDeclaredOneThenWhatTheFeedSays() {
        PollOutcome said = new PollOutcome.Delivered(
                200, null, null, null, null, Duration.ofHours(2), List.of(), 1, 1, true, null, null);

        about(poll(source, null, said), Duration.ofHours(2));
        about(poll(SourceBuilder.builder(source).interval("15m").build(), null, said), Duration.ofMinutes(15));
    }

    @Test
    void eachFeedHasItsOwnRhythm() {
        about(poll(source, null, delivered(10, MINUTE)), Samples.RULES.shortest());
        about(poll(source, null, delivered(10, Duration.ofHours(3))), Duration.ofMinutes(90));
        about(poll(source, null, delivered(10, Duration.ofDays(20))), Samples.RULES.longest());
    }

    @Test
    void silenceSlowsThePollingDownStepByStepAndNewsSpeedItUpAtOnce() {
        SourceState state = poll(source, null, delivered(10, Duration.ofHours(1)));
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            state = poll(source, state, delivered(0, Duration.ofHours(1)));
            pauses.add(pause(state));
        }

        assertThat(pauses).isSorted();
        assertThat(pauses.get(19)).isGreaterThan(pauses.get(0).multipliedBy(4));
        assertThat(pauses.get(19)).isLessThanOrEqualTo(Samples.RULES.longest().multipliedBy(2));
        Duration slow = pause(state);
        state = poll(source, state, delivered(10, MINUTE));
        state = poll(source, state, delivered(10, MINUTE));
        assertThat(pause(state)).isLessThan(slow.dividedBy(3));
    }

    @Test
    void anUnchangedDocumentIsAPollThatWentWell() {
        SourceState state = poll(source, null, delivered(3, Duration.ofHours(1)));

        SourceState after = poll(source, state, new PollOutcome.NotModified(304, null, null));

        assertThat(after.status()).isEqualTo(SourceStatus.UNCHANGED);
        assertThat(after.httpStatus()).isEqualTo(304);
        assertThat(after.etag()).isEqualTo("\"1\"");
        assertThat(after.lastSuccessAt()).isAfter(state.lastSuccessAt());
        assertThat(after.lastNewAt()).isEqualTo(state.lastNewAt());
    }

    @Test
    void aFreshAnswerIsNotAskedForAgainWithinTheHour() {
        PollOutcome fresh = new PollOutcome.Delivered(
                200, null, null, null, Duration.ofDays(3), Duration.ofMinutes(10), List.of(), 1, 1, true, null, null);

        about(poll(source, null, fresh), Duration.ofHours(1));
    }

    @Test
    void failuresDoubleThePauseUntilTheBreakerOpens() {
        SourceState state = null;
        List<Duration> pauses = new ArrayList<>();
        List<BreakerState> breaker = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            state = poll(source, state, failed(500, null));
            pauses.add(Duration.ofMinutes(pause(state).toMinutes()));
            breaker.add(state.breaker());
        }

        assertThat(state.failures()).isEqualTo(8);
        assertThat(state.status()).isEqualTo(SourceStatus.FAILING);
        assertThat(breaker)
                .startsWith(BreakerState.CLOSED, BreakerState.CLOSED, BreakerState.CLOSED, BreakerState.CLOSED)
                .endsWith(BreakerState.OPEN, BreakerState.OPEN);
        assertThat(pauses.get(1))
                .isGreaterThanOrEqualTo(pauses.get(0).multipliedBy(2).minus(MINUTE));
        assertThat(pauses.get(4)).isGreaterThanOrEqualTo(Duration.ofHours(6));
        assertThat(pauses).isSorted();
        assertThat(pauses.get(7)).isLessThanOrEqualTo(Duration.ofDays(1).plusHours(3));
    }

    @Test
    void oneProbeThatGoesWellClosesTheBreaker() {
        SourceState state = null;
        for (int i = 0; i < 6; i++) {
            state = poll(source, state, failed(null, null));
        }

        SourceState probing = turns.claim(source, state, state.nextPollAt());
        assertThat(probing.breaker()).isEqualTo(BreakerState.HALF_OPEN);
        SourceState back = turns.after(source, probing, delivered(1, MINUTE), state.nextPollAt(), false);

        assertThat(back.breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(back.failures()).isZero();
        assertThat(back.detail()).isNull();
    }

    @Test
    void theServersWishGoesBeforeOurRhythm() {
        SourceState state = poll(source, null, failed(429, Duration.ofHours(5)));

        assertThat(state.nextPollAt()).isEqualTo(START.plusSeconds(1).plus(Duration.ofHours(5)));
        Source impatient = SourceBuilder.builder(source)
                .pollRequestedAt(START.plusSeconds(60))
                .build();
        assertThat(Turns.due(impatient, state)).contains(state.notBefore());
    }

    @Test
    void theGoneIsLeftAloneUntilSomebodyWakesIt() {
        SourceState state = poll(source, null, new PollOutcome.Gone(410));

        assertThat(state.status()).isEqualTo(SourceStatus.GONE);
        assertThat(Turns.due(source, state)).isEmpty();
        Source woken = SourceBuilder.builder(source)
                .pollRequestedAt(START.plusSeconds(100))
                .build();
        assertThat(Turns.due(woken, state)).contains(START.plusSeconds(100));
        Source elsewhere = SourceBuilder.builder(source).url(URL + "2").build();
        assertThat(Turns.due(elsewhere, state)).contains(START);
    }

    @Test
    void aPollOutOfTurnComesOnceAndNotAtAnyPace() {
        SourceState state = poll(source, null, delivered(1, Duration.ofHours(4)));
        Source asked = SourceBuilder.builder(source)
                .pollRequestedAt(START.plusSeconds(5))
                .build();

        assertThat(Turns.due(asked, state)).contains(START.plusSeconds(30));
        SourceState after = poll(asked, state, delivered(0, Duration.ofHours(4)));
        assertThat(Turns.due(asked, after)).contains(after.nextPollAt());
        assertThat(Turns.due(SourceBuilder.builder(asked).paused(true).build(), state))
                .isEmpty();
    }

    @Test
    void aMoveHoldsWhenItIsSaidTwiceAndEndsWhenTheNewPlaceFails() {
        PollOutcome moved = new PollOutcome.Delivered(
                200, null, null, "https://new.example/feed", null, null, List.of(), 1, 0, true, null, null);
        SourceState state = poll(source, null, moved);
        assertThat(Turns.address(source, state)).isEqualTo(URL);

        state = poll(source, state, moved);
        assertThat(Turns.address(source, state)).isEqualTo("https://new.example/feed");
        state = poll(source, state, delivered(1, MINUTE));
        assertThat(Turns.address(source, state)).isEqualTo("https://new.example/feed");

        for (int i = 0; i < 3; i++) {
            state = poll(source, state, failed(404, null));
        }
        assertThat(Turns.address(source, state)).isEqualTo(URL);
    }

    @Test
    void aMoveThatIsTakenBackIsForgotten() {
        PollOutcome moved = new PollOutcome.NotModified(304, "https://new.example/feed", null);
        SourceState state = poll(source, null, moved);

        state = poll(source, state, delivered(1, MINUTE));

        assertThat(state.movedTo()).isNull();
        assertThat(state.movedPolls()).isZero();
    }

    @Test
    void whatWasNotAllPublishedIsAskedForInFullAndSoon() {
        PollOutcome half = new PollOutcome.Delivered(
                200, "\"2\"", "lm", null, null, Duration.ofHours(8), List.of(), 40, 30, false, null, new byte[8]);

        SourceState state = poll(source, null, half);

        assertThat(state.etag()).isNull();
        assertThat(state.lastModified()).isNull();
        about(state, Samples.RULES.shortest());
    }

    @Test
    void aHubThatDeliversMakesPollingAMatterOfSafety() {
        SourceState claimed = turns.claim(source, null, START);

        SourceState state = turns.after(source, claimed, delivered(5, MINUTE), START, true);

        about(state, Samples.RULES.safety());
    }

    @Test
    void jitterIsEachSourcesOwn() {
        List<Duration> pauses = IntStream.range(0, 50)
                .mapToObj(i -> Jitter.added("source-" + i, Duration.ofMinutes(10)))
                .toList();

        assertThat(pauses)
                .allMatch(pause ->
                        pause.compareTo(Duration.ofMinutes(10)) >= 0 && pause.compareTo(Duration.ofMinutes(11)) < 0);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(40);
        assertThat(Jitter.added("source-7", Duration.ofMinutes(10))).isEqualTo(pauses.get(7));
    }

    @Test
    void whatAHubDeliveredIsKnownFromThenOn() {
        SourceState state = poll(source, null, delivered(1, MINUTE));

        SourceState after = Turns.pushed(state, new PollOutcome.Pushed(2, new byte[16]), START.plusSeconds(99));

        assertThat(after.seen()).hasSize(24);
        assertThat(after.publishedItems()).isEqualTo(3);
        assertThat(after.lastNewAt()).isEqualTo(START.plusSeconds(99));
        assertThat(after.nextPollAt()).isEqualTo(state.nextPollAt());
    }
}
