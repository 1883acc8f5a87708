package dev.dateline.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            The minister resigned. | THE   minister, "resigned"
            don't won’t            | dont wont
            re-elected             | re elected
            Straße                 | STRASSE
            café                   | cafe\u0301
            ΟΔΟΣ                   | οδος
            ISTANBUL               | ıstanbul
            ﬁnal                   | final
            gov\u00ADern\u200Bment | government
            ｆｕｌｌ　ｗｉｄｔｈ       | full width
            10bn                   | 10 bn
            COVID-19               | covid19
            3½ per cent            | 3 1/2 per cent
            ١٢٣                    | 123
            1,000                  | 1000
            1.000,50               | 1,000.5
            1'000'000              | 1000000
            12,34,567              | 1234567
            05 March               | 5 March
            𝐁𝐨𝐥𝐝                   | bold
            東京、大阪              | 東京 大阪
            """)
    void readsTheSame(String one, String other) {
        assertThat(words(one)).isEqualTo(words(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            resume   | résumé
            1.5      | 15
            1.5      | 1,500
            0.5      | 5
            0        | 1
            12345,67 | 1234567
            10       | 100
            well     | we'll be
            a b      | b a
            """)
    void readsDifferently(String one, String other) {
        assertThat(words(one)).isNotEqualTo(words(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            A state-owned bank said on Monday it won't.  | 9
            It rose 3.5%, to $1,250.00 on 2024-03-12.    | 9
            東京は雨です                                  | 6
            ข่าว                                         | 3
            서울은 비가 온다                              | 3
            सरकार ने कहा                                 | 3
            قال الرئيس                                   | 2
            𠀀𠀁                                         | 2
            😀 -- !? …                                   | 0
            """)
    void countsWords(String text, int count) {
        assertThat(words(text)).hasSize(count);
    }

    @Test
    void tellsNumbersFromWords() {
        assertThat(words("Shares rose 4.5 percent to 1,200 in Q3").stream().map(Words::isNumber))
                .containsExactly(false, false, true, false, false, true, false, false, true);
    }

    /** Words, numbers and unspaced letters that end in one block and in the next. */
    @ParameterizedTest
    @ValueSource(strings = {"a ", "abc ", "1 ", "漢", "a1", "a漢", "don't ", "x, "})
    void readsOnFromBlockToBlock(String unit) {
        List<Long> once = words(unit);
        List<Long> often = words(unit.repeat(5000));

        assertThat(often).hasSize(5000 * once.size()).hasSameElementsAs(once);
    }

    /** The direction of a script and marks that show it change no words. */
    @Test
    void ignoresDirectionMarks() {
        assertThat(words("\u202Bשלום עולם\u202C")).isEqualTo(words("שלום עולם"));
    }

    /** Halves of surrogate pairs stand for nothing. */
    @Test
    void survivesBrokenText() {
        assertThat(words("one \uD800 two\uDC00 \uD83D")).isEqualTo(words("one two"));
        assertThat(words("\u0301\u0302 one")).hasSize(2);
    }

    private static List<Long> words(String text) {
        Words words = new Words();
        words.begin(text);
        List<Long> hashes = new ArrayList<>();
        while (words.next()) {
            Arrays.stream(words.hashes(), 0, words.size()).forEach(hashes::add);
        }
        return hashes;
    }
}
