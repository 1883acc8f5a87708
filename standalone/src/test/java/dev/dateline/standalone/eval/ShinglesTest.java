package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void countsRunsOfFourWordsAsOftenAsTheyAreThere() {
        assertThat(Shingles.compare("a b c d e", "a b c d x")).isEqualTo(new Shingles(1, 1, 1));
        assertThat(Shingles.compare("a b c d", "a b c d a b c d")).isEqualTo(new Shingles(1, 4, 0));
    }

    @Test
    void punctuationIsNoDifferenceAndCaseIs() {
        assertThat(Shingles.compare("It's 5_000, or: more", "It s 5_000 or more")
                        .isExact())
                .isTrue();
        assertThat(Shingles.compare("One two three four", "one two three four").isExact())
                .isFalse();
    }

    @Test
    void aShorterTextIsOneShingleAndAnEmptyOneIsNone() {
        assertThat(Shingles.compare("a b", "a b")).isEqualTo(new Shingles(1, 0, 0));
        assertThat(Shingles.compare("a b", "a")).isEqualTo(new Shingles(0, 1, 1));
        assertThat(Shingles.compare("", " . ").isExact()).isTrue();
        assertThat(Shingles.compare("a", "").hasFound()).isFalse();
    }
}
