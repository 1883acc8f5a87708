package dev.dateline.enrich.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.StreamsState.Partition;
import dev.dateline.enrich.step.ReadProgress.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagsTest {
    private static final long NOON = 1_772_366_400_000L;

    private final Lags lags = new Lags();

    private static PartitionView view(Long committed, Long fetched, Long unfetched, Position processed) {
        return new PartitionView("0_1", "news.raw.v1", 1, NOON, committed, fetched, unfetched, processed);
    }

    private Partition at(long ms, PartitionView view) {
        return lags.at(NOON + ms, List.of(view)).get(0);
    }

    @Test
    void whatIsFetchedAndNotProcessedCountsLikeWhatIsNotFetched() {
        Partition behind = at(5000, view(10L, 30L, 100L, new Position(20, NOON + 1000)));

        assertThat(behind.lag()).isEqualTo(110);
        assertThat(behind.lagMs()).isEqualTo(4000);
    }

    @Test
    void withNothingWaitingThereIsNoLagHoweverOldTheLastRecord() {
        Partition idle = at(3_600_000, view(31L, 30L, 0L, new Position(30, NOON)));

        assertThat(idle.lag()).isZero();
        assertThat(idle.lagMs()).isZero();
    }

    @Test
    void whatComesAfterAQuietHourHasNotWaitedForAnHour() {
        at(3_600_000, view(31L, 30L, 0L, new Position(30, NOON)));

        assertThat(at(3_601_000, view(31L, 30L, 1L, new Position(30, NOON))).lagMs())
                .isEqualTo(1000);
    }

    @Test
    void aRecordThatHoldsItsTaskUpIsSeen() {
        at(1000, view(31L, 30L, 0L, new Position(30, NOON + 500)));
        PartitionView stuck = view(31L, 31L, 0L, new Position(30, NOON + 500));

        assertThat(at(61_000, stuck).lag()).isEqualTo(1);
        assertThat(at(61_000, stuck).lagMs()).isEqualTo(60_000);
    }

    @Test
    void beforeTheFirstRecordTheCommitAndTheStartOfTheTaskCount() {
        Partition begun = at(2000, view(10L, 12L, 5L, null));

        assertThat(begun.lag()).isEqualTo(8);
        assertThat(begun.lagMs()).isEqualTo(2000);
        assertThat(at(2000, view(null, 12L, 5L, null)).lag()).isEqualTo(6);
    }

    @Test
    void untilSomethingWasFetchedNothingIsKnown() {
        Partition unknown = at(0, view(null, null, null, null));

        assertThat(unknown.lag()).isNull();
        assertThat(unknown.lagMs()).isNull();
        assertThat(at(0, view(null, null, 0L, null)).lag()).isZero();
    }

    @Test
    void thoseFurthestBehindComeFirst() {
        Partition unknown = new Partition("t", 0, null, null);
        Partition none = new Partition("t", 1, 0L, 0L);
        Partition many = new Partition("t", 2, 90L, 500L);
        Partition old = new Partition("t", 3, 1L, 9000L);

        assertThat(List.of(unknown, none, many, old).stream().sorted(Lags.furthestFirst()))
                .containsExactly(old, many, none, unknown);
    }
}
