package dev.dateline.enrich.tag.spans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedSpanTaggerTest {
    private static final SpanTagger TAGGER = new TrainedSpanTagger(NameModel.load());

    private static List<String> names(String text) {
        Tokens tokens = Tokens.of(text);
        return TAGGER.tag(tokens).stream()
                .map(span ->
                        span.type() + " " + text.substring(tokens.start(span.first()), tokens.nameEnd(span.last())))
                .toList();
    }

    @Test
    void findsNamesOfAllTypes() {
        assertThat(
                        names(
                                "President Adaeze Okonkwo met Turkish officials of the European Commission in Nairobi on Monday."))
                .containsExactly("PER Adaeze Okonkwo", "MISC Turkish", "ORG European Commission", "LOC Nairobi");
    }

    @Test
    void findsNamesInHeadlines() {
        assertThat(names("MERKEL VISITS PARIS AFTER TALKS WITH RUSSIA"))
                .contains("PER MERKEL", "LOC PARIS", "LOC RUSSIA");
        assertThat(names("Merkel Visits Paris After Long Talks With Russia"))
                .contains("PER Merkel", "LOC Paris", "LOC Russia");
    }

    @Test
    void takesTheStopOfAnAbbreviationIntoTheName() {
        assertThat(names("Shares of Apple Inc. rose sharply in New York on Monday."))
                .contains("ORG Apple Inc.");
    }

    @Test
    void saysHowSureItIs() {
        Tokens tokens = Tokens.of("Officials in France said on Tuesday that nothing had changed.");
        assertThat(TAGGER.tag(tokens)).hasSize(1).allSatisfy(span -> assertThat(span.confidence())
                .isBetween(0.8, 1.0));
    }

    @Test
    void plainTextHasNoNames() {
        assertThat(names("")).isEmpty();
        assertThat(names("The cat sat on the mat and then it slept for a while."))
                .isEmpty();
    }

    @Test
    void sentencesOfAnyLengthAreCut() {
        String text = "Jane Doe and ".repeat(20_000);
        Tokens tokens = Tokens.of(text);
        List<Span> spans = TAGGER.tag(tokens);
        assertThat(spans).isNotEmpty();
        assertThat(spans.get(spans.size() - 1).last()).isLessThan(50_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "\u0130stanbul \u0131 \u00df\ufb01",
                "\ud83d\ude00 \ud83d\ude00\ud83d\ude00",
                "e\u0301\u0302\u0303 \u200b\u200d\u202e",
                "\u0645\u062d\u0645\u062f \u05d3\u05d5\u05d3 \u5f20\u4f1f",
                "\u0001\u0002\u0003 . , ; -- ''''\"\"\"(((((",
                "\ud800 lone \udc00 halves"
            })
    void anyTextGivesSpansInOrder(String piece) {
        Tokens tokens = Tokens.of((piece + " ").repeat(500));
        int before = -1;
        for (Span span : TAGGER.tag(tokens)) {
            assertThat(span.first()).isGreaterThan(before);
            assertThat(span.last()).isGreaterThanOrEqualTo(span.first()).isLessThan(tokens.size());
            assertThat(span.confidence()).isBetween(0.0, 1.0);
            before = span.last();
        }
    }

    @Test
    void oneLongWordIsNoMoreWorkThanItsLetters() {
        Tokens tokens = Tokens.of("X".repeat(1_000_000));
        assertThat(TAGGER.tag(tokens)).hasSizeLessThanOrEqualTo(1);
    }
}
