package dev.dateline.enrich.extract.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "By Jane Doe and John Roe, Political Editor; Jane Doe|John Roe",
                "By Jane Doe, John Roe and Max Moe; Jane Doe|John Roe|Max Moe",
                "By Jane Doe, New York; Jane Doe",
                "by jane doe; ''",
                "BY JANE DOE; JANE DOE",
                "By JANE DOE Associated Press; JANE DOE",
                "By Jane Doe in Baghdad and John Roe in Washington; Jane Doe|John Roe",
                "By Jane Doe for the Evening Star; Jane Doe",
                "Written by Ursula von der Leyden; Ursula von der Leyden",
                "By Mohammed al-Masri and Aoife O'Neil; Mohammed al-Masri|Aoife O'Neil",
                "Von Anna Lindner und Jörg Maier; Anna Lindner|Jörg Maier",
                "Por María José Pérez y Luis de la Torre; María José Pérez|Luis de la Torre",
                "Par Claire Dubois; Claire Dubois",
                "记者 王伟; 王伟",
            })
    void readsAnnouncedNames(String line, String authors) {
        List<String> expected = authors.isEmpty() ? List.of() : Arrays.asList(authors.split("\\|", -1));

        assertThat(Byline.prefixed(line).map(Byline::authors).orElse(List.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Friday, the city had run out of water",
                "By the time help came, Jane Doe had left.",
                "By design",
                "Von der Leyen warnt",
                "By Jane Doe says she never wrote it",
            })
    void proseThatBeginsLikeABylineIsNone(String line) {
        assertThat(Byline.prefixed(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Andrew Buncombe",
                "Jane Doe and John Roe",
                "Jane Doe, Political Editor",
                "Jane Doe in Washington",
                "Tom Howell Jr.",
                "J. D. Vance",
            })
    void aBareNameHasTheShapeOfAByline(String line) {
        assertThat(Byline.bare(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "World News",
                "Middle East",
                "Breaking News",
                "Obstinate House, threats of shutdowns have been obstacles",
                "Ministers meet in Oslo",
                "New York",
                "Iran",
                "He left.",
                "Room 101",
                "東京",
            })
    void otherShortLinesDoNot(String line) {
        assertThat(Byline.bare(line)).isEmpty();
    }

    @Test
    void agenciesAreNoAuthors() {
        assertThat(Byline.parse("By Reuters Staff")).hasValueSatisfying(byline -> {
            assertThat(byline.authors()).isEmpty();
            assertThat(byline.agency()).isEqualTo("Reuters");
        });
        assertThat(Byline.parse("By Jane Doe, Associated Press")).hasValueSatisfying(byline -> {
            assertThat(byline.authors()).containsExactly("Jane Doe");
            assertThat(byline.agency()).isEqualTo("AP");
        });
    }
}
