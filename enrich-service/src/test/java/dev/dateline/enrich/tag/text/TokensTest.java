package dev.dateline.enrich.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::surface).toList();
    }

    private static List<String> sentenceStarts(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size())
                .filter(tokens::startsSentence)
                .mapToObj(tokens::surface)
                .toList();
    }

    @Test
    void partsWordsAtHyphensAndPossessives() {
        assertThat(words("Iran-backed forces in Iraq’s north, O'Brien's 62-year-old aide"))
                .containsExactly(
                        "Iran", "backed", "forces", "in", "Iraq", "north", "O'Brien", "62", "year", "old", "aide");
    }

    @Test
    void keepsAcronymsAndNumbersWhole() {
        assertThat(words("The U.S. paid $1,250.50 to the U.N. in 2019."))
                .containsExactly("The", "U.S.", "paid", "1,250.50", "to", "the", "U.N.", "in", "2019");
    }

    @Test
    void partsFrenchElisions() {
        assertThat(words("l’Iran, qu’il aujourd’hui")).containsExactly("l", "Iran", "qu", "il", "aujourd’hui");
    }

    @Test
    void keepsCombiningMarksAndSurrogatePairsWhole() {
        String deseret = "\ud801\udc00\ud801\udc28";
        assertThat(words("cafe\u0301 \ud83d\ude00 " + deseret)).containsExactly("cafe\u0301", deseret);
    }

    @Test
    void sentencesEndAtStopsButNotAfterAbbreviationsOrInitials() {
        assertThat(sentenceStarts(
                        "Mr. Vale met Dr. J. Orban at noon. They left! “Why?” she asked. Rain fell. It was 3.5 mm."))
                .containsExactly("Mr", "They", "Why", "Rain", "It");
    }

    @Test
    void paragraphsAndCjkStopsEndSentences() {
        assertThat(sentenceStarts("a first block\n\nsecond block")).containsExactly("a", "second");
        assertThat(sentenceStarts("港口关闭。船只停航！")).containsExactly("港口关闭", "船只停航");
    }

    @Test
    void aCapitalAfterAQuoteOrColonSaysNothing() {
        Tokens tokens = Tokens.of("he added: Nobody said “Never again” to Vale");
        assertThat(IntStream.range(0, tokens.size()).filter(tokens::opens).mapToObj(tokens::surface))
                .containsExactly("he", "Nobody", "Never");
    }

    @Test
    void countsChineseCharactersAndKanaAsWords() {
        assertThat(Tokens.of("港口关闭 since Monday").words()).isEqualTo(6);
        assertThat(Tokens.of("カタカナと漢字").words()).isEqualTo(7);
        assertThat(Tokens.of("항구가 폐쇄되었다").words()).isEqualTo(2);
        assertThat(Tokens.of("… — !").words()).isZero();
    }

    @Test
    void saysWhatStandsBetweenWords() {
        Tokens tokens = Tokens.of("J. Vale & Sons, Jean-Luc");
        assertThat(IntStream.range(0, tokens.size()).mapToObj(tokens::gap))
                .containsExactly(Gap.APART, Gap.ABBREVIATION, Gap.AMPERSAND, Gap.APART, Gap.HYPHEN);
    }

    @Test
    void aNameEndsBehindTheStopOfAnAbbreviation() {
        String text =
                "Shares of Alpha Inc. rose. Beta Corp., a rival, is in Conn. now. It sued Gamma.com and Delta Ltd.";
        Tokens tokens = Tokens.of(text);
        assertThat(nameWith(tokens, "Inc")).isEqualTo("Inc.");
        assertThat(nameWith(tokens, "Corp")).isEqualTo("Corp.");
        assertThat(nameWith(tokens, "Conn")).isEqualTo("Conn.");
        assertThat(nameWith(tokens, "rose")).isEqualTo("rose");
        assertThat(nameWith(tokens, "Gamma")).isEqualTo("Gamma");
        assertThat(nameWith(tokens, "Ltd")).isEqualTo("Ltd");
    }

    private static String nameWith(Tokens tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.surface(i).equals(word)) {
                return tokens.text().substring(tokens.start(i), tokens.nameEnd(i));
            }
        }
        throw new AssertionError(word);
    }
}
