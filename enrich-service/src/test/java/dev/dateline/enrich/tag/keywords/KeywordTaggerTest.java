package dev.dateline.enrich.tag.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Keyword;
import dev.dateline.enrich.tag.text.Prepared;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordTaggerTest {
    private static List<Keyword> tag(String title, String body, String language) {
        return new KeywordTagger().tag(Prepared.of(title, body, language));
    }

    private static List<String> terms(String title, String body, String language) {
        return tag(title, body, language).stream().map(Keyword::term).toList();
    }

    @Test
    void putsRepeatedTermsOfTheTitleFirst() {
        String body = "The ferry strike began on Monday. Crews of the ferry strike over pay, and a ferry lay idle. "
                + "Passengers waited; passengers complained that the ferry strike hurt them.";
        List<Keyword> keywords = tag("Ferry strike strands passengers", body, "en");
        assertThat(keywords.get(0).term()).isEqualToIgnoringCase("ferry strike");
        assertThat(keywords.get(0).weight()).isEqualTo(1);
        assertThat(keywords).extracting(Keyword::term).contains("passengers").doesNotContain("the", "Monday");
    }

    @Test
    void aWordThatOnlyComesWithItsPartnerIsToldByThePair() {
        String body = "The tidal barrier held. Engineers praised the tidal barrier; a tidal barrier costs little.";
        assertThat(terms("Storm surge", body, "en")).contains("tidal barrier").doesNotContain("tidal", "barrier");
    }

    @Test
    void knowsTheStopWordsOfFourLanguages() {
        assertThat(terms("Streik", "Der Streik und die Fähre und der Streik.", "de"))
                .containsExactly("Streik");
        assertThat(terms("Grève", "La grève et le port et la grève.", "fr")).containsExactly("grève");
        assertThat(terms("Huelga", "La huelga y el puerto y la huelga.", "es")).containsExactly("huelga");
    }

    @Test
    void otherLanguagesGoByLength() {
        assertThat(terms("Strejken", "Strejken i hamnen är slut. Det var en lång strejken.", "sv"))
                .containsExactly("strejken");
    }

    @Test
    void takesChineseWordsFromShortRunsAndPairs() {
        assertThat(terms("港口关闭", "港口关闭。因为风暴港口关闭。", "zh")).contains("港口关闭");
    }

    @Test
    void aShortTextGivesItsSingleWords() {
        assertThat(terms("?", "Lighthouse keeper retires", "en")).containsExactly("Lighthouse", "keeper", "retires");
    }

    @Test
    void weightsFallFromOneAndTheOrderIsStable() {
        String body =
                "alpha beta gamma delta. beta gamma alpha delta. delta alpha. epsilon zeta eta theta iota kappa lambda "
                        + "epsilon zeta eta theta iota kappa lambda.";
        List<Keyword> first = tag("alpha", body, "en");
        assertThat(first).hasSizeLessThanOrEqualTo(KeywordTagger.MAX_KEYWORDS).isEqualTo(tag("alpha", body, "en"));
        assertThat(first).extracting(Keyword::weight).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(first).allSatisfy(keyword -> assertThat(keyword.weight()).isBetween(0.001, 1.0));
    }

    @Test
    void noWordsGiveNoKeywords() {
        assertThat(tag("!", "\ud83d\ude00 1 2 3", "und")).isEmpty();
    }

    @Test
    void countsTheFormsOfAWordTogether() {
        List<Keyword> keywords =
                tag("?", "A bridge fell. Bridges fall when the bridge builders are cheap. Bridges!", "en");
        assertThat(keywords.get(0)).isEqualTo(new Keyword("bridge", 1, 4, null, 2, 8));
    }

    @Test
    void writesNamesWithACapitalAndOtherWordsWithout() {
        String body = "Ferries sail. In winter ferries stop; the port of Bergen waits. Ferries need Bergen.";
        assertThat(terms("Winter", body, "en")).contains("ferries", "Bergen").doesNotContain("Ferries");
    }

    @Test
    void aNamePartOfATermKeepsItsCapital() {
        String body = "A Bergen-based line sails. The other Bergen-based line does not.";
        assertThat(terms("?", body, "en"))
                .anyMatch(term -> term.startsWith("Bergen"))
                .noneMatch(term -> term.startsWith("bergen"));
    }

    @Test
    void aNameOfThreeWordsIsOneTerm() {
        String body = "The North Coast Line is shut. Trains of the North Coast Line wait, says North Coast Line.";
        assertThat(terms("?", body, "en"))
                .contains("North Coast Line")
                .doesNotContain("North Coast", "Coast Line", "Coast", "North", "Line");
    }

    @Test
    void wordsOfAnySubjectComeLast() {
        String body =
                "The work needs work. Work on the dyke began; the dyke holds, and the work on the dyke goes on with work.";
        List<Keyword> keywords = tag("?", body, "en");
        assertThat(keywords.get(0).term()).isEqualTo("dyke");
    }

    @Test
    void tellsWhereATermStands() {
        String title = "Dyke repaired";
        String body = "Workers mended the dyke. The dyke had leaked.";
        List<Keyword> keywords = tag(title, body, "en");
        assertThat(keywords).allSatisfy(keyword -> {
            String text = keyword.field() == null ? body : title;
            assertThat(text.substring(keyword.start(), keyword.end())).isEqualToIgnoringCase(keyword.term());
        });
        assertThat(keywords)
                .filteredOn(keyword -> "title".equals(keyword.field()))
                .extracting(Keyword::term)
                .contains("repaired");
        assertThat(keywords.get(0)).isEqualTo(new Keyword("dyke", 1, 3, null, 19, 23));
    }
}
