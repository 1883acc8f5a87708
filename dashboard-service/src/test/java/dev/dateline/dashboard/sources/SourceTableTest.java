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
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.view.RecordPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceTableTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String URL = "https://post.example/feed";

    private static final RecordPosition RECORD = new RecordPosition("news.events.v1", 0, 0, NOON);

    private Instant now = NOON;
    private final List<QuietSource> quiet = new ArrayList<>();
    private final InstantSource clock = () -> now;
    private final SourceTable table = new SourceTable(clock, () -> quiet);

    @BeforeEach
    void readUpToTheEnd() {
        table.caughtUp();
    }

    @Test
    void whatWasThereBeforeIsInTheBooksButNotInTheRates() {
        table.startReplay();
        book(0, 100);
        table.caughtUp();
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
    void aSourceIsSilentUnlessItIsPaused() {
        quiet.add(new QuietSource("post", NOON, Duration.ofHours(3), Duration.ofHours(1)));
        table.declared("post", source(false));

        assertThat(row().silent()).isTrue();
        assertThat(table.silent()).isEqualTo(quiet);

        table.declared("post", source(true));

        assertThat(row().silent()).isFalse();
        assertThat(table.silent()).isEmpty();
    }

    @Test
    void theStateIsThatOfTheLastPoll() {
        table.declared("post", source(false));
        table.polled(
                "post",
                SourceStateBuilder.builder()
                        .sourceId("post")
                        .url(URL)
                        .status(SourceStatus.UNCHANGED)
                        .breaker(BreakerState.CLOSED)
                        .build());

        assertThat(row().status()).isEqualTo("unchanged");
    }

    @Test
    void sharesAndDelayComeFromWhatWasSettled() {
        table.ledger("post", new LedgerLine("post", 0, 10, 5, 2, 0, 1, NOON));
        table.event(
                RECORD,
                NewsEventBuilder.builder()
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
        table.ledger("post", new LedgerLine("post", partition, raw, raw, 0, 0, 0, now));
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
