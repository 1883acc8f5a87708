package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class RecentAndFeedTest {

    @Test
    void aBacklogIsOrderedByTimeWhateverPartitionCameFirst() {
        Recent<Integer> recent = new Recent<>(3, Comparator.<Integer>naturalOrder());
        for (int time : new int[] {10, 30, 50, 20, 40, 5}) {
            recent.addByTime(time);
        }

        assertThat(recent.newestFirst()).containsExactly(50, 40, 30);
    }

    @Test
    void whatArrivesIsTheNewestHoweverOldItIs() {
        Recent<Integer> recent = new Recent<>(3, Comparator.<Integer>naturalOrder());
        recent.addByTime(50);
        recent.add(7);
        recent.add(3);
        recent.add(9);

        assertThat(recent.newestFirst()).containsExactly(9, 3, 7);
    }

    @Test
    void aFeedTakesTheNewestOfARoundAndCountsTheRest() {
        EventFeed feed = new EventFeed(2);
        for (int i = 0; i < 5; i++) {
            feed.add(EventSummary.of(Samples.at(i), Samples.event(i)));
        }

        assertThat(feed.take()).extracting(EventSummary::eventId).containsExactly("event-3", "event-4");
        assertThat(feed.takeLeftOut()).isEqualTo(3);
        assertThat(feed.take()).isEmpty();
        assertThat(feed.takeLeftOut()).isZero();
    }

    @Test
    void anExcerptNeverSplitsACodePoint() {
        assertThat(Excerpt.of("ab\uD83D\uDE00", 3)).isEqualTo("ab…");
        assertThat(Excerpt.of("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
        assertThat(Excerpt.of(null, 4)).isNull();
    }
}
