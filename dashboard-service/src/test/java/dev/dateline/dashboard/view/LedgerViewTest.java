package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.model.LedgerLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerViewTest {
    private final LedgerView ledger = new LedgerView(3);

    @Test
    void latestLineOfAPartitionHoldsAndPartitionsAreSummed() {
        ledger.put(Samples.line("gazette", 0, 10, 4, 3, 2, 1));
        ledger.put(Samples.line("gazette", 1, 5, 5, 0, 0, 0));
        ledger.put(Samples.line("gazette", 0, 20, 9, 5, 3, 1));

        assertThat(ledger.totals()).isEqualTo(new Counts(25, 14, 5, 3, 1));
        LedgerRow row = ledger.page("", 10).rows().get(0);
        assertThat(row.raw()).isEqualTo(25);
        assertThat(row.inFlight()).isEqualTo(2);
        assertThat(row.balanced()).isFalse();
        assertThat(row.updatedAt()).isEqualTo(Samples.START);
    }

    @Test
    void aSourceWithNothingInFlightBalances() {
        ledger.put(Samples.line("gazette", 0, 10, 4, 3, 2, 1));
        ledger.put(Samples.line("wire", 0, 3, 4, 0, 0, 0));

        assertThat(ledger.page("gazette", 10).rows()).allMatch(LedgerRow::balanced);
        assertThat(ledger.page("wire", 10).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.inFlight()).isEqualTo(-1))
                .satisfies(row -> assertThat(row.balanced()).isFalse());
        assertThat(ledger.page("", 10).unbalanced()).isOne();
    }

    @Test
    void largestSourcesComeFirstAndASearchIgnoresCase() {
        ledger.put(Samples.line("North Wire", 0, 5, 5, 0, 0, 0));
        ledger.put(Samples.line("gazette", 0, 9, 9, 0, 0, 0));
        ledger.put(Samples.line("south wire", 0, 7, 7, 0, 0, 0));

        LedgerPage page = ledger.page("WIRE", 1);

        assertThat(page.rows()).extracting(LedgerRow::sourceId).containsExactly("south wire");
        assertThat(page.matching()).isEqualTo(2);
        assertThat(page.sources()).isEqualTo(3);
    }

    @Test
    void sourcesBeyondTheBoundAreLeftOutAndSaid() {
        for (String source : new String[] {"a", "b", "c", "d", "e", "d"}) {
            ledger.put(Samples.line(source, 0, 1, 1, 0, 0, 0));
        }

        assertThat(ledger.totals().raw()).isEqualTo(3);
        assertThat(ledger.page("", 10).leftOut()).isEqualTo(2);
    }

    @Test
    void aTombstoneTakesItsLineAway() {
        ledger.put(Samples.line("a|b", 0, 4, 4, 0, 0, 0));
        ledger.put(Samples.line("a|b", 1, 6, 6, 0, 0, 0));

        ledger.remove("a|b|0");
        assertThat(ledger.totals().raw()).isEqualTo(6);
        ledger.remove("a|b|1");
        ledger.remove("never seen|0");
        ledger.remove("no bar");
        assertThat(ledger.page("", 10).sources()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000})
    void aLineWithAnImpossiblePartitionIsRefused(int partition) {
        LedgerLine line = Samples.line("gazette", partition, 1, 1, 0, 0, 0);

        assertThatThrownBy(() -> ledger.put(line)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.page("", 10).sources()).isZero();
    }

    @Test
    void aLineWithoutASourceIsRefused() {
        LedgerLine line = Samples.line(null, 0, 1, 1, 0, 0, 0);

        assertThatThrownBy(() -> ledger.put(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
