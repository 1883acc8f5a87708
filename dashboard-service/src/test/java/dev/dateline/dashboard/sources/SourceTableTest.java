package dev.dateline.dashboard.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dateline.common.model.BreakerState;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceStateBuilder;
import dev.dateline.common.model.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SourceTableTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String URL = "https://post.example/feed";

    private Instant now = NOON;
    private boolean caughtUp = true;
    private final InstantSource clock = () -> now;
    private final SourceTable table = new SourceTable(clock, () -> caughtUp);

    @Test
    void whatWasThereBeforeIsInTheBooksButNotInTheRates() {
        caughtUp = false;
        book(0, 100);
        caughtUp = true;
        book(0, 103);
        book(1, 4);

        SourceStatusRow row = row();

        assertThat(row.raw()).isEqualTo(107);
        assertThat(row.perHour()).isEqualTo(7);
        assertThat(row.polled()).isFalse();
        assertThat(row.baselineHours()).isZero();
    }

    @Test
    void theBaselineIsTheMedianOfFullHours() {
        long raw = 0;
        for (int count : new int[] {6, 2, 4}) {
            raw += count;
            book(0, raw);
            now = now.plus(Duration.ofHours(1));
        }

        SourceStatusRow row = row();

        assertThat(row.baselineHours()).isEqualTo(3);
        assertThat(row.baselinePerHour()).isEqualTo(4);
        assertThat(row.silent()).isFalse();
        assertThat(row.perHour()).isZero();
    }

    @Test
    void aSourceThatStaysAwayIsSilentAgainstItsOwnRhythm() {
        table.declared("post", source(false));
        table.polled(
                "post",
                SourceStateBuilder.builder()
                        .sourceId("post")
                        .url(URL)
                        .status(SourceStatus.UNCHANGED)
                        .breaker(BreakerState.CLOSED)
                        .gapSeconds(Duration.ofHours(1).toSeconds())
                        .build());
        book(0, 1);

        now = NOON.plus(Duration.ofHours(4));
        assertThat(row().silent()).isFalse();
        now = NOON.plus(Duration.ofHours(5));
        assertThat(row().silent()).isTrue();
        assertThat(row().status()).isEqualTo("unchanged");
        table.declared("post", source(true));
        assertThat(row().silent()).isFalse();
    }

    @Test
    void sharesAndDelayComeFromWhatWasSettled() {
        table.booked(new LedgerLine("post", 0, 10, 5, 2, 0, 1, NOON));
        table.published(NewsEventBuilder.builder()
                .sourceId("post")
                .publishedAt(NOON)
                .receivedAt(NOON.plusSeconds(90))
                .build());

        assertThat(row().duplicateShare()).isEqualTo(0.25);
        assertThat(row().deadLetterShare()).isEqualTo(0.125);
        assertThat(row().publishDelaySeconds()).isEqualTo(90);
    }

    @Test
    void aStateOfAFormerAddressIsNotShown() {
        table.declared("post", source(false));
        table.polled(
                "post",
                SourceStateBuilder.builder()
                        .sourceId("post")
                        .url("https://elsewhere.example/")
                        .status(SourceStatus.GONE)
                        .breaker(BreakerState.CLOSED)
                        .build());

        assertThat(row().status()).isNull();
    }

    @Test
    void aNamelessSourceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.declared("", source(false)));
    }

    @Test
    void countsOfAWeekAgoAreForgotten() {
        HourCounts counts = new HourCounts(0);
        counts.add(0, 5);

        assertThat(counts.lastHour(59)).isEqualTo(5);
        assertThat(counts.lastHour(60)).isZero();
        assertThat(counts.baseline(60)).hasValue(5);
        assertThat(counts.baseline(60L * 24 * 30)).hasValue(0);
        assertThat(counts.fullHours(60L * 24 * 30)).isEqualTo(HourCounts.HOURS - 1);
    }

    private void book(int partition, long raw) {
        table.booked(new LedgerLine("post", partition, raw, raw, 0, 0, 0, now));
    }

    private SourceStatusRow row() {
        return table.rows().get(0);
    }

    private static dev.dateline.common.model.Source source(boolean paused) {
        return SourceBuilder.builder()
                .id("post")
                .url(URL)
                .kind(SourceKind.FEED)
                .paused(paused)
                .updatedAt(NOON)
                .build();
    }
}
