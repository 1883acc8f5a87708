package dev.dateline.dashboard.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.dashboard.view.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RhythmsTest {
    private final Rhythms rhythms = new Rhythms(3);

    private static Instant minute(int minute) {
        return Samples.START.plus(Duration.ofMinutes(minute));
    }

    @Test
    void aSourceIsQuietAfterTwiceItsLongestPause() {
        for (int minute = 0; minute <= 60; minute += 10) {
            rhythms.arrived("every-ten", minute(minute));
        }

        assertThat(rhythms.quiet(minute(80))).isEmpty();
        assertThat(rhythms.quiet(minute(81))).singleElement().satisfies(quiet -> {
            assertThat(quiet.sourceId()).isEqualTo("every-ten");
            assertThat(quiet.silent()).hasMinutes(21);
            assertThat(quiet.longestPause()).hasMinutes(10);
        });
    }

    @Test
    void theOrderOfArrivalsDoesNotMatter() {
        List<Instant> arrivals = new ArrayList<>();
        for (int minute = 0; minute <= 600; minute += minute < 300 ? 5 : 25) {
            arrivals.add(minute(minute));
        }
        Rhythm sorted = new Rhythm();
        arrivals.forEach(sorted::arrived);
        Collections.shuffle(arrivals, new Random(7));
        Rhythm shuffled = new Rhythm();
        arrivals.forEach(shuffled::arrived);

        assertThat(shuffled.longestPause()).isEqualTo(sorted.longestPause()).hasMinutes(25);
        assertThat(shuffled.last()).isEqualTo(sorted.last());
    }

    @Test
    void aNightIsUsualOnceItWasSeen() {
        for (int minute = 0; minute < 600; minute += 5) {
            rhythms.arrived("daily", minute(minute));
        }
        assertThat(rhythms.quiet(minute(700))).hasSize(1);
        for (int minute = 1_200; minute < 1_300; minute += 5) {
            rhythms.arrived("daily", minute(minute));
        }

        assertThat(rhythms.quiet(minute(1_900))).isEmpty();
    }

    @Test
    void tooLittleSaysNothingAndADayOfSilenceIsAnEnd() {
        rhythms.arrived("once", minute(0));
        for (int minute = 0; minute < 60; minute += 5) {
            rhythms.arrived("gone", minute(minute));
        }
        assertThat(rhythms.quiet(minute(500))).extracting(QuietSource::sourceId).containsExactly("gone");

        assertThat(rhythms.quiet(minute(56 + 24 * 60))).isEmpty();
    }

    @Test
    void theBooksTellOfArrivalsFromTheirSecondLineOn() {
        for (int minute = 0; minute <= 25; minute += 5) {
            rhythms.booked("s|0", "s", minute, minute(minute));
        }
        rhythms.booked("s|0", "s", 25, minute(100));

        assertThat(rhythms.quiet(minute(100))).singleElement().satisfies(quiet -> assertThat(quiet.lastAt())
                .isEqualTo(minute(25)));
    }

    @Test
    void sourcesBeyondTheBoundAreNotWatched() {
        for (int source = 0; source < 5; source++) {
            for (int minute = 0; minute < 60; minute += 5) {
                rhythms.arrived("s" + source, minute(minute));
            }
        }
        rhythms.arrived(null, minute(0));

        assertThat(rhythms.quiet(minute(300))).hasSize(3);
    }
}
