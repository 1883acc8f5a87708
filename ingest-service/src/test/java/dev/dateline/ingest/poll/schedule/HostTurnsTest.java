package dev.dateline.ingest.poll.schedule;

import static dev.dateline.ingest.poll.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostTurnsTest {
    private final HostTurns turns = new HostTurns(Duration.ofSeconds(2));

    @Test
    void oneAtATimeAndAPauseBetween() {
        assertThat(turns.take("a.example", START)).isTrue();
        assertThat(turns.take("a.example", START.plusSeconds(60))).isFalse();
        assertThat(turns.take("b.example", START)).isTrue();

        turns.giveBack("a.example", START.plusSeconds(60));

        assertThat(turns.take("a.example", START.plusSeconds(61))).isFalse();
        assertThat(turns.take("a.example", START.plusSeconds(62))).isTrue();
    }

    @Test
    void aTurnLeftUnusedNeedsNoPause() {
        turns.take("a.example", START);
        turns.leave("a.example", START);

        assertThat(turns.take("a.example", START)).isTrue();
    }

    @Test
    void theHostsOwnPauseCountsWhenItIsLonger() {
        turns.take("a.example", START);
        turns.slowDown("a.example", Duration.ofSeconds(10));
        turns.giveBack("a.example", START);

        assertThat(turns.take("a.example", START.plusSeconds(9))).isFalse();
        assertThat(turns.take("a.example", START.plusSeconds(10))).isTrue();
        turns.slowDown("a.example", Duration.ofSeconds(1));
        turns.giveBack("a.example", START.plusSeconds(10));
        assertThat(turns.take("a.example", START.plusSeconds(13))).isFalse();
    }

    @Test
    void whoSaysItIsTooMuchIsLeftAlone() {
        turns.take("a.example", START);
        turns.rest("a.example", START.plusSeconds(300));
        turns.giveBack("a.example", START.plusSeconds(1));

        assertThat(turns.take("a.example", START.plusSeconds(299))).isFalse();
        assertThat(turns.take("a.example", START.plusSeconds(300))).isTrue();
    }
}
