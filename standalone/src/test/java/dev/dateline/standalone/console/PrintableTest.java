package dev.dateline.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void escapeSequencesBecomeVisible() {
        assertThat(Printable.of("\u001b[31mred\u0007 \u009b1m \u007f"))
                .isEqualTo("\\u{1b}[31mred\\u{7} \\u{9b}1m \\u{7f}");
    }

    @Test
    void aTextStaysOnOneLine() {
        assertThat(Printable.of("one\ntwo\r\nthree\tfour\u2028five\u0085six"))
                .isEqualTo("one two  three four\\u{2028}five\\u{85}six");
    }

    @Test
    void whatTurnsTheReadingDirectionIsShown() {
        assertThat(Printable.of("a\u202eb\u2066c\u200fd")).isEqualTo("a\\u{202e}b\\u{2066}c\\u{200f}d");
    }

    @Test
    void writingSystemsStayAsTheyAre() {
        String text = "می‌خواهم 👩‍👩‍👧 naïve 東京 Καλημέρα";
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @Test
    void halvesOfPairsAreShown() {
        assertThat(Printable.of("a\ud83d")).isEqualTo("a\\u{d83d}");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertThat(Printable.of("👍👍👍👍", 3)).isEqualTo("👍👍…");
        assertThat(Printable.of("👍👍👍", 3)).isEqualTo("👍👍👍");
    }

    @Test
    void nothingIsEmpty() {
        assertThat(Printable.of(null)).isEmpty();
    }
}
