package dev.dateline.ingest.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.Telemetry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceTallyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SourceTally tally = new SourceTally(InstantSource.fixed(NOON));

    @Test
    void aSourceIsToldWhenItChangedAndWithAllItsCounts() {
        tally.accepted("harbour-post");
        tally.rejected("harbour-post");
        assertThat(tally.takeChanges().sources()).containsExactly(new SourceCounts("harbour-post", 1, 1, NOON));
        assertThat(tally.takeChanges().sources()).isEmpty();

        tally.accepted("harbour-post");
        assertThat(tally.takeChanges().sources()).containsExactly(new SourceCounts("harbour-post", 2, 1, NOON));
    }

    @Test
    void theBusiestComeFirstAndThoseLeftOutWithTheNext() {
        int sources = Telemetry.MAX_SOURCES + 50;
        IntStream.range(0, sources).forEach(i -> tally.accepted("source-" + i));
        tally.accepted("source-" + (sources - 1));

        SourceTally.Changes first = tally.takeChanges();
        assertThat(first.sources()).hasSize(Telemetry.MAX_SOURCES);
        assertThat(first.leftOut()).isEqualTo(50);
        assertThat(first.sources().get(0).sourceId()).isEqualTo("source-" + (sources - 1));

        // Busier ones do not keep them waiting.
        IntStream.range(0, 5 * Telemetry.MAX_SOURCES).forEach(i -> tally.accepted("busy-" + i % Telemetry.MAX_SOURCES));
        Set<String> told = new HashSet<>();
        first.sources().forEach(source -> told.add(source.sourceId()));
        tally.takeChanges().sources().forEach(source -> told.add(source.sourceId()));
        assertThat(told)
                .contains(
                        IntStream.range(0, sources).mapToObj(i -> "source-" + i).toArray(String[]::new));
    }

    @Test
    void whatCanBeNoSourceIsUnknown() {
        tally.rejected(null);
        tally.rejected("<b>no</b>");

        assertThat(tally.takeChanges().sources())
                .containsExactly(new SourceCounts(LedgerLine.UNKNOWN_SOURCE, 0, 2, NOON));
    }

    @Test
    void sourcesBeyondTheBoundAreOneTogether() {
        IntStream.range(0, SourceTally.MOST + 10).forEach(i -> tally.accepted("source-" + i));
        Set<String> told = new HashSet<>();
        SourceTally.Changes changes;
        do {
            changes = tally.takeChanges();
            changes.sources().forEach(source -> told.add(source.sourceId()));
        } while (changes.leftOut() > 0);

        assertThat(told).hasSize(SourceTally.MOST + 1).contains(LedgerLine.OTHER_SOURCES);
    }
}
