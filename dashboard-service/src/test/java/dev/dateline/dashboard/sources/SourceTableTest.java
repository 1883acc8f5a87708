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
import dev.dateline.dashboard.series.SourcePace;
import dev.dateline.dashboard.view.RecordPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceTableTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String URL = "https://post.example/feed";

    private static final RecordPosition RECORD = new RecordPosition("news.events.v1", 0, 0, NOON);

    private final List<QuietSource> quiet = new ArrayList<>();
    private final Map<String, SourcePace> paces = new HashMap<>();
    private final SourceTable table =
            new SourceTable(() -> quiet, id -> paces.getOrDefault(id, new SourcePace(0, null, 0)));

    @Test
    void theBooksOfAllPartitionsAndThePaceAreShown() {
        paces.put("post", new SourcePace(7, 4.5, 3));
        table.ledger("post", new LedgerLine("post", 0, 100, 100, 0, 0, 0, NOON));
        table.ledger("post", new LedgerLine("post", 0, 103, 103, 0, 0, 0, NOON));
        table.ledger("post", new LedgerLine("post", 1, 4, 4, 0, 0, 0, NOON));

        SourceStatusRow row = row();

        assertThat(row.raw()).isEqualTo(107);
        assertThat(row.perHour()).isEqualTo(7);
        assertThat(row.baselinePerHour()).isEqualTo(4.5);
        assertThat(row.baselineHours()).isEqualTo(3);
        assertThat(row.polled()).isFalse();
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
