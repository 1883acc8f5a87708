package dev.dateline.enrich.tag.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.text.Tokens;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static String summary(String body) {
        return Summary.of(Tokens.of(body));
    }

    @Test
    void takesTwoShortSentences() {
        assertThat(summary("The bridge is shut. Cars wait.\n\nA third sentence follows."))
                .isEqualTo("The bridge is shut. Cars wait.");
        assertThat(summary("“The bridge is shut!”\n\nCars wait, says J. Vale. More."))
                .isEqualTo("“The bridge is shut!” Cars wait, says J. Vale.");
    }

    @Test
    void takesTheWholeOfAShortBody() {
        assertThat(summary("  The bridge is shut ")).isEqualTo("The bridge is shut");
        assertThat(summary("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void leavesOutASecondSentenceThatIsTooLong() {
        assertThat(summary("The bridge is shut. " + "Cars and lorries ".repeat(20) + "wait."))
                .isEqualTo("The bridge is shut.");
    }

    @Test
    void cutsALongSentenceAtAWord() {
        String summary = summary("lorries ".repeat(200) + "wait.");
        assertThat(summary).hasSizeLessThanOrEqualTo(Summary.MAX_LENGTH).endsWith("lorries…");
    }

    @Test
    void cutsTextWithoutWordsBetweenCharacters() {
        String summary = summary("\ud83d\ude00".repeat(1000));
        assertThat(summary).hasSizeLessThanOrEqualTo(Summary.MAX_LENGTH).matches("(\ud83d\ude00)++…");
    }
}
