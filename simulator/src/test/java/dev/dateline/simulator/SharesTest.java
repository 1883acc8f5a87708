package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void everyWrongShareIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Shares(-1, Double.NaN, 2, 0.1, 0.2, 0.2, -0.1, 1.5, 0, 0, Double.POSITIVE_INFINITY))
                .withMessageContainingAll(
                        "malformed",
                        "resends",
                        "revisions",
                        "lateOriginals must not exceed copies",
                        "rewrites and teasers must not exceed half",
                        "share of teasers",
                        "forms",
                        "updates");
    }

    @Test
    void theyMustLeaveOriginals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.DEFAULT.withResends(0.3).withUpdates(0.3))
                .withMessageContaining("must leave a tenth for originals");
    }

    @Test
    void ofDistinctArticlesNoneIsSentTwice() {
        Shares shares = Shares.DISTINCT_ARTICLES;

        assertThat(shares.malformed() + shares.resends() + shares.revisions() + shares.liveblogs())
                .isZero();
        assertThat(shares.copies()).isEqualTo(Shares.DEFAULT.copies());
    }
}
