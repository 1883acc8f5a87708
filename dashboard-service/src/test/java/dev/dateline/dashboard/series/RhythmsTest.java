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
            rhythms.accepted("every-ten", minute(minute), 1);
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
            rhythms.accepted("daily", minute(minute), 1);
        }
        assertThat(rhythms.quiet(minute(700))).hasSize(1);
        for (int minute = 1_200; minute < 1_300; minute += 5) {
            rhythms.accepted("daily", minute(minute), 1);
        }

        assertThat(rhythms.quiet(minute(1_900))).isEmpty();
    }

    @Test
    void tooLittleSaysNothingAndADayOfSilenceIsAnEnd() {
        rhythms.accepted("once", minute(0), 1);
        for (int minute = 0; minute < 60; minute += 5) {
            rhythms.accepted("gone", minute(minute), 1);
        }
        assertThat(rhythms.quiet(minute(500))).extracting(QuietSource::sourceId).containsExactly("gone");

        assertThat(rhythms.quiet(minute(56 + 24 * 60))).isEmpty();
    }

    @Test
    void theBooksThatLayThereTellOfArrivalsFromTheirSecondLineOn() {
        for (int minute = 0; minute <= 25; minute += 5) {
            rhythms.booked("s|0", "s", minute, minute(minute), false);
        }
        rhythms.booked("s|0", "s", 25, minute(100), true);

        assertThat(rhythms.quiet(minute(100))).singleElement().satisfies(quiet -> assertThat(quiet.lastAt())
                .isEqualTo(minute(25)));
    }

    @Test
    void sourcesBeyondTheBoundAreNotWatched() {
        for (int source = 0; source < 5; source++) {
            for (int minute = 0; minute < 60; minute += 5) {
                rhythms.accepted("s" + source, minute(minute), 1);
            }
        }
        rhythms.accepted(null, minute(0), 1);

        assertThat(rhythms.quiet(minute(300))).hasSize(3);
    }

    @Test
    void theBaselineIsTheMedianOfFullHours() {
        int[] counts = {6, 2, 4};
        for (int hour = 0; hour < 3; hour++) {
            rhythms.accepted("s", minute(60 * hour), counts[hour]);
        }

        assertThat(rhythms.pace("s", minute(179))).isEqualTo(new SourcePace(4, 4.0, 2));
        assertThat(rhythms.pace("s", minute(180))).isEqualTo(new SourcePace(0, 4.0, 3));
        assertThat(rhythms.pace("nobody", minute(180))).isEqualTo(SourcePace.NONE);
    }

    @Test
    void whatIsToldOfEarlierCountsWhereItBelongs() {
        rhythms.accepted("s", minute(130), 3);
        rhythms.accepted("s", minute(129), 2);
        rhythms.accepted("s", minute(70), 8);
        rhythms.accepted("s", minute(0), 5);
        rhythms.accepted("s", minute(130), -1);

        assertThat(rhythms.pace("s", minute(130))).isEqualTo(new SourcePace(4, 6.5, 2));
    }

    @Test
    void aPaceOfAWeekAgoIsForgotten() {
        rhythms.accepted("s", minute(0), 5);

        assertThat(rhythms.pace("s", minute(59)).perHour()).isEqualTo(5);
        assertThat(rhythms.pace("s", minute(60))).isEqualTo(new SourcePace(0, 5.0, 1));
        assertThat(rhythms.pace("s", minute(60 * 24 * 30))).isEqualTo(new SourcePace(0, 0.0, HourCounts.HOURS - 1));
        assertThat(rhythms.quiet(minute(60 * 24 * 30))).isEmpty();
        assertThat(rhythms.pace("s", minute(60 * 24 * 30))).isEqualTo(SourcePace.NONE);
    }

    @Test
    void ofIngestAndTheBooksWhoSawMoreHolds() {
        rhythms.booked("s|0", "s", 100, minute(60), false);
        rhythms.booked("s|0", "s", 140, minute(61), false);
        rhythms.booked("s|0", "s", 147, minute(62), true);
        rhythms.booked("s|1", "s", 4, minute(62), true);
        assertThat(rhythms.pace("s", minute(62))).isEqualTo(new SourcePace(11, null, 0));

        rhythms.accepted("s", minute(62), 9);
        rhythms.accepted("s", minute(0), 5);

        assertThat(rhythms.pace("s", minute(62))).isEqualTo(new SourcePace(11, 5.0, 1));
    }
}
