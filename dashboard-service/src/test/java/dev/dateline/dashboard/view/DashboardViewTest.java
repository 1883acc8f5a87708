package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.runtime.Health;
import org.junit.jupiter.api.Test;

class DashboardViewTest {
    private final Samples.Clock clock = new Samples.Clock();

    @Test
    void theReplayOfTheLedgerIsNoFlood() {
        DashboardView view = new DashboardView(clock, new DashboardView.Bounds(100, 100));
        view.tick();
        view.startReplay();
        view.ledger("gazette|0", Samples.line("gazette", 0, 90_000, 90_000, 0, 0, 0));
        assertThat(view.overview(Health.up()).totals().raw()).isZero();
        clock.advanceSeconds(1);
        view.tick();
        view.caughtUp();
        for (int i = 1; i <= 3; i++) {
            view.ledger("gazette|0", Samples.line("gazette", 0, 90_000 + i, 90_000 + i, 0, 0, 0));
            clock.advanceSeconds(1);
            view.tick();
        }

        Overview overview = view.overview(Health.up());
        assertThat(overview.totals().raw()).isEqualTo(90_003);
        assertThat(overview.rates().get("60s").raw()).isEqualTo(1.0);
    }

    @Test
    void aSecondReplayReplacesTheLedgerWhenItIsComplete() {
        DashboardView view = Samples.view(clock);
        view.ledger("gone|0", Samples.line("gone", 0, 5, 5, 0, 0, 0));

        view.startReplay();
        view.ledger("stays|0", Samples.line("stays", 0, 7, 7, 0, 0, 0));
        assertThat(view.ledger("", 10).rows()).extracting(LedgerRow::sourceId).containsExactly("gone");
        view.caughtUp();

        assertThat(view.ledger("", 10).rows()).extracting(LedgerRow::sourceId).containsExactly("stays");
    }

    @Test
    void theBacklogIsListedButNotStreamed() {
        DashboardView view = new DashboardView(clock, new DashboardView.Bounds(100, 100));
        view.startReplay();
        view.event(Samples.at(9), Samples.event(9));
        view.event(Samples.at(4), Samples.event(4));
        view.caughtUp();
        assertThat(view.takeNewEvents()).isEmpty();

        view.event(Samples.at(1), Samples.event(1));

        assertThat(view.overview(Health.up()).recentEvents())
                .extracting(EventSummary::articleId)
                .containsExactly(Samples.id(1), Samples.id(9), Samples.id(4));
        assertThat(view.takeNewEvents()).hasSize(1);
    }

    @Test
    void atMostTwentyEventsASecondAreStreamedAndTheRestIsSaid() {
        DashboardView view = Samples.view(clock);
        int streamed = 0;
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 10; i++) {
                view.event(Samples.at(i), Samples.event(i));
            }
            streamed += view.takeNewEvents().size();
        }
        view.tick();

        assertThat(streamed).isEqualTo(20);
        assertThat(view.overview(Health.up()).eventsLeftOut()).isEqualTo(20);
        view.tick();
        assertThat(view.overview(Health.up()).eventsLeftOut()).isZero();
    }

    @Test
    void listsHoldTheLastTwenty() {
        DashboardView view = Samples.view(clock);
        for (int i = 0; i < 30; i++) {
            view.event(Samples.at(i), Samples.event(i));
            view.duplicate(Samples.at(i), Samples.duplicate(i));
            view.deadLetter(Samples.at(i), Samples.deadLetter(null));
        }

        Overview overview = view.overview(Health.up());
        assertThat(overview.recentEvents()).hasSize(20);
        assertThat(overview.recentDuplicates()).hasSize(20);
        assertThat(overview.recentDeadLetters()).hasSize(20);
        assertThat(overview.recentEvents().get(0).articleId()).isEqualTo(Samples.id(29));
        assertThat(overview.recentDeadLetters().get(0).step()).isEqualTo("extract-article");
    }

    @Test
    void anOverviewShowsTheSameWhenOnlyTimeWentBy() {
        DashboardView view = Samples.view(clock);
        Overview first = view.overview(Health.up());
        clock.advanceSeconds(5);
        assertThat(view.overview(Health.up()).showsTheSameAs(first)).isTrue();

        assertThat(view.overview(Health.down("Kafka is gone")).showsTheSameAs(first))
                .isFalse();
        view.unreadable("news.events.v1");
        assertThat(view.overview(Health.up()).showsTheSameAs(first)).isFalse();
        assertThat(first.showsTheSameAs(null)).isFalse();
    }

    @Test
    void theStreamRepeatsAListOnlyWhenItChanged() {
        DashboardView view = Samples.view(clock);
        view.deadLetter(Samples.at(1), Samples.deadLetter(null));
        Overview first = view.overview(Health.up());
        view.duplicate(Samples.at(2), Samples.duplicate(2));

        Overview sent = view.overview(Health.up()).since(first);

        assertThat(sent.recentDeadLetters()).isNull();
        assertThat(sent.recentDuplicates()).hasSize(1);
        assertThat(sent.recentEvents()).isNull();
    }
}
