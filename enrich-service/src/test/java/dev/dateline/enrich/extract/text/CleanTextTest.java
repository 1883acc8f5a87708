package dev.dateline.enrich.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void everyLineBreakBecomesOne() {
        assertThat(CleanText.lines("a\r\nb\rc\u2028d\u2029e\u0085f\u000Bg\fh\n\ni"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\n\ni");
    }

    @Test
    void spacesOfAllKindsBecomeOneAndLineEndsHaveNone() {
        assertThat(CleanText.lines(" \ta\u00A0\u2003 b\u3000\n \n c ")).isEqualTo("a b\n\nc");
    }

    @Test
    void controlsAndInvisibleMarksGo() {
        assertThat(CleanText.lines("\uFEFFa\u0000b\u0007c\u007Fd\u009Fe\u00ADf"))
                .isEqualTo("abcdef");
    }

    @Test
    void lettersOfAllScriptsEmojiAndJoinersStay() {
        String text = "Ärger é e\u0301 Пожар 東京 نص \u200Fעברית नमस्ते ไทย 👩\u200D🚒 🇫🇷";

        assertThat(CleanText.lines(text)).isEqualTo(text);
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() {
        assertThat(CleanText.lines("a\uD83Db\uDE00c\uD83D")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void aTitleIsOneLineAndNothingIsNull() {
        assertThat(CleanText.oneLine(" Storm\r\n over\tOslo ")).isEqualTo("Storm over Oslo");
        assertThat(CleanText.oneLine(" \n\u0000 ")).isNull();
        assertThat(CleanText.oneLine(null)).isNull();
    }
}
