package dev.dateline.enrich.tag.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Keyword;
import dev.dateline.enrich.tag.text.Prepared;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static String summary(String body) {
        return summary("", body, false);
    }

    private static String summary(String title, String body, boolean filed) {
        return Summary.of(Prepared.of(title, body, "en"), List.of(), filed);
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

    @Test
    void prefersWhatTheTitleSpeaksOf() {
        String body =
                "It was a grey morning. Nobody had slept much. The tunnel under the strait flooded at dawn. Trains stopped.";
        assertThat(summary("Strait tunnel floods", body, false))
                .isEqualTo("It was a grey morning. The tunnel under the strait flooded at dawn.");
        Keyword keyword = new Keyword("trains", 1, 4, null, 0, 6);
        assertThat(Summary.of(
                        Prepared.of("", body + " Trains", "en"), List.of(keyword, keyword, keyword, keyword), false))
                .contains("It was a grey morning.");
    }

    @Test
    void leavesOutBylinesCaptionsAndLabels() {
        assertThat(summary(
                        "",
                        "By Ada Birch\n\nPhoto: a bridge at dusk.\n\nMORE NEWS\n\nThe bridge is shut. Cars wait.",
                        false))
                .isEqualTo("The bridge is shut. Cars wait.");
        assertThat(summary("", "By noon the bridge was shut.", false)).isEqualTo("By noon the bridge was shut.");
        assertThat(summary("", "Photo: a bridge", false)).isEqualTo("Photo: a bridge");
    }

    @Test
    void beginsBehindTheDateline() {
        assertThat(summary("", "BERGEN, March 1 (DN) - The bridge is shut. Cars wait.", true))
                .isEqualTo("The bridge is shut. Cars wait.");
        assertThat(summary("", "STOKE-ON-TRENT (DN) — The bridge is shut.", true))
                .isEqualTo("The bridge is shut.");
        assertThat(summary("", "BERGEN, March 1 (DN): The bridge is shut.", true))
                .isEqualTo("The bridge is shut.");
        assertThat(summary("", "BERGEN (DN) --", true)).isEqualTo("BERGEN (DN) --");
        assertThat(summary("", "The bridge is shut.", true)).isEqualTo("The bridge is shut.");
    }
}
