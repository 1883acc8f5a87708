package dev.dateline.enrich.identify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final Series PLAIN = Series.of("wire", "Harbour council closes ferry terminal");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE 1-Harbour council closes ferry terminal",
                "UPDATE 12 - Harbour Council closes ferry terminal",
                "CORRECTED-Harbour council closes ferry terminal",
                "CORRECTED-UPDATE 2-Harbour council closes ferry terminal",
                "REFILE-UPDATE 1-Harbour council closes ferry terminal",
                "RPT: Harbour council closes ferry terminal",
                "WRAPUP 3 \u2013 Harbour council closes ferry terminal"
            })
    void aMarkIsTakenOff(String title) {
        Series series = Series.of("wire", title);

        assertThat(series.marked()).isTrue();
        assertThat(series.key()).isEqualTo(PLAIN.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Update - a column on phones",
                "CORRECTED",
                "UPDATED RULES-what changes",
                "NEW YORK-Harbour council closes ferry terminal",
                "EU-Harbour council closes ferry terminal",
                "UPDATE 1-"
            })
    void aHeadlineIsNoMark(String title) {
        assertThat(Series.of("wire", title).marked()).isFalse();
    }

    @Test
    void anotherSourceHasItsOwnStories() {
        assertThat(Series.of("other", "Harbour council closes ferry terminal").key())
                .isNotEqualTo(PLAIN.key());
    }

    @Test
    void aPlainHeadlineIsNotMarked() {
        assertThat(PLAIN.marked()).isFalse();
    }
}
