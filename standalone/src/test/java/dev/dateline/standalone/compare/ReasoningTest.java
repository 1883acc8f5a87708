package dev.dateline.standalone.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.near.Comparison;
import dev.dateline.enrich.near.Comparison.Judgement;
import dev.dateline.enrich.near.CopyRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasoningTest {
    private final Reasoning reasoning = new Reasoning(new CopyRule(0.6, Duration.ofDays(7), Duration.ofHours(12), 0.5));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY|PT3H|Copies: about 84 % of the shorter text is in the other (the rule asks for 60 %);"
                        + " published 3 h apart with 3 of 8 numbers in common, where the rule asks for 50 %.",
                "COPY|PT30H|Copies: about 84 % of the shorter text is in the other (the rule asks for 60 %);"
                        + " published 30 h apart with 3 of 8 numbers in common, where the rule asks for 50 %.",
                "OTHER_NUMBERS|PT30H|No copies but a template filled again: about 84 % of the shorter text is in the other"
                        + " (the rule asks for 60 %); published 30 h apart with 3 of 8 numbers in common, where the rule"
                        + " asks for 50 %.",
                "TOO_DIFFERENT|PT3H|No copies: about 84 % of the shorter text is in the other (the rule asks for 60 %).",
                "TOO_FAR_APART|P9D|No copies: published 9 days apart, and the window is 7 days."
            })
    void saysWhatDecided(Judgement judgement, Duration apart, String sentence) {
        assertThat(reasoning.of(new Comparison(0.7, 0.84, 3, 8, apart, judgement)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 s", "PT59S, 59 s", "PT90S, 1 min", "PT90M, 1.5 h", "P3D, 72 h", "P3DT12H, 3.5 days"})
    void lengthsAreAsPeopleSayThem(Duration length, String text) {
        assertThat(Reasoning.length(length)).isEqualTo(text);
    }

    @Test
    void sharesArePercent() {
        assertThat(Reasoning.percent(0.996)).isEqualTo("100 %");
    }
}
