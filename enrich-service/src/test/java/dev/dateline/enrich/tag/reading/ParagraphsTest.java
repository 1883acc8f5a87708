package dev.dateline.enrich.tag.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphsTest {
    @ParameterizedTest
    @CsvSource({"a,1", "a|b,1", "a||b,2", "a| |b,2", "||a|||b||,2", "|,0"})
    void countsBlocksBetweenEmptyLines(String text, int paragraphs) {
        assertThat(Paragraphs.count(text.replace('|', '\n'))).isEqualTo(paragraphs);
    }
}
