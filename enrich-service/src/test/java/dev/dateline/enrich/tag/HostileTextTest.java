package dev.dateline.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.Tone;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import dev.dateline.enrich.tag.keywords.KeywordTagger;
import dev.dateline.enrich.tag.names.NameTagger;
import dev.dateline.enrich.tag.reading.Summary;
import dev.dateline.enrich.tag.tone.ToneTagger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text: offsets point at surfaces, sizes are bounded, nothing throws. */
class HostileTextTest {
    private static final TagArticle TAG = new TagArticle();
    private static final int MEGABYTE = 1 << 20;

    private static final List<String> PIECES = List.of(
            "Iran",
            "iranian",
            "U.S.",
            "US",
            "Mr",
            "Anton",
            "Brask",
            "Brask’s",
            "al-Hadi",
            "bin",
            "de",
            "of",
            "the",
            "The",
            "Ministry",
            "Ltd",
            "(NATO)",
            "NATO",
            "said",
            "President",
            "Jean-Luc",
            "O'Brien",
            "54",
            "3.5",
            "港口",
            "カタカナ",
            "항구",
            "مرحبا",
            "שלום",
            "Київ",
            "Ελλάδα",
            "e\u0301",
            "\u0301",
            "\ud83d\ude00",
            "\ud801\udc00",
            "\ud83d",
            "\ude00",
            "\u202e",
            "\u0000",
            "\u200d",
            "\u00ad",
            "\ufeff",
            "İstanbul",
            "ﬁ",
            "ß",
            "ǅ",
            "—",
            "“",
            "”",
            "'",
            "’",
            "\"",
            "!",
            "?",
            ".",
            "...",
            ":",
            ";",
            "&",
            "-",
            "#x",
            "@y",
            "https://x.example/",
            "<b>",
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "\u2028",
            "\u00a0",
            "。",
            "؟");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void offsetsPointAtSurfacesInRandomText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            check(randomText(random, 12), randomText(random, 300));
        }
    }

    private static String randomText(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces) + 1; i > 0; i--) {
            if (random.nextInt(20) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            text.append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    static Stream<String> giants() {
        return Stream.of(
                "a".repeat(MEGABYTE),
                "A".repeat(MEGABYTE),
                "Aa ".repeat(50_000),
                "AB ".repeat(50_000),
                IntStream.range(0, 50_000).mapToObj(i -> "Name" + letters(i)).collect(Collectors.joining(" ")),
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "Mr Name" + letters(i) + " Brask, ")
                        .collect(Collectors.joining()),
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "the Union " + letters(i) + " (AB), ")
                        .collect(Collectors.joining()),
                "A.".repeat(MEGABYTE / 2),
                "A.".repeat(MEGABYTE / 2) + "Ab",
                "!".repeat(MEGABYTE),
                "! ".repeat(MEGABYTE / 2),
                "'".repeat(MEGABYTE),
                "a'".repeat(MEGABYTE / 2),
                "a's ".repeat(MEGABYTE / 4),
                "\n".repeat(MEGABYTE) + "a",
                " ".repeat(MEGABYTE) + "a",
                "\u0301".repeat(MEGABYTE),
                "a" + "\u0301".repeat(MEGABYTE),
                "\ud83d\ude00".repeat(MEGABYTE / 2),
                "\ud83d".repeat(MEGABYTE),
                "港".repeat(MEGABYTE),
                "港。".repeat(MEGABYTE / 2),
                "al-".repeat(MEGABYTE / 3),
                "not good ".repeat(MEGABYTE / 9),
                "not ".repeat(MEGABYTE / 4),
                "the bridge was shut and nobody knew why it had been built there at all by the men of the town\n\n"
                        .repeat(10_000),
                "港口因风暴关闭两艘船脱离锚地\n\n".repeat(50_000),
                "\n\n\n".repeat(MEGABYTE / 3),
                "United ".repeat(100_000),
                "de la ".repeat(100_000),
                "\u202eمرحبا ".repeat(50_000));
    }

    private static String letters(int number) {
        return Integer.toString(number, 36)
                .toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(c -> String.valueOf((char) (Character.isDigit(c) ? c - '0' + 'k' : c)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("giants")
    void giantsAreBounded(String text) {
        check(text, text);
    }

    private static void check(String title, String body) {
        Tags tags = tags(title, body);
        assertThat(tags.summary().length()).isLessThanOrEqualTo(Summary.MAX_LENGTH);
        assertThat(tags.wordCount()).isBetween(0, body.length());
        assertThat(tags.keywords())
                .hasSizeLessThanOrEqualTo(KeywordTagger.MAX_KEYWORDS)
                .allSatisfy(keyword -> {
                    assertThat(keyword.term()).isNotBlank();
                    assertThat(keyword.weight()).isGreaterThan(0).isLessThanOrEqualTo(1);
                    assertThat(keyword.count()).isPositive();
                    assertThat((keyword.field() == null ? body : title).substring(keyword.start(), keyword.end()))
                            .isNotBlank();
                });
        checkTone(tags.tone(), title, body);
        if (tags.otherLanguages() != null) {
            assertThat(tags.otherLanguages())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(4)
                    .doesNotContain(tags.language());
        }
        assertThat(tags.entities()).hasSizeLessThanOrEqualTo(NameTagger.MAX_ENTITIES);
        Set<String> places = new HashSet<>();
        for (Entity entity : tags.entities()) {
            assertThat(entity.salience()).isBetween(0.0, 1.0);
            assertThat(entity.mentions()).isNotEmpty().hasSizeLessThanOrEqualTo(NameTagger.MAX_MENTIONS);
            for (Mention mention : entity.mentions()) {
                String text = mention.field() == null ? body : title;
                assertThat(mention.surface()).isNotBlank().isEqualTo(text.substring(mention.start(), mention.end()));
                assertThat(places.add(mention.field() + mention.start()))
                        .as("one name per place")
                        .isTrue();
            }
        }
    }

    private static void checkTone(Tone tone, String title, String body) {
        if (tone == null) {
            return;
        }
        assertThat(tone.value()).isBetween(-1.0, 1.0);
        assertThat(tone.evidence())
                .hasSizeLessThanOrEqualTo(ToneTagger.MAX_EVIDENCE)
                .allSatisfy(evidence -> {
                    String text = evidence.field() == null ? body : title;
                    assertThat(text.substring(evidence.start(), evidence.end())).isNotBlank();
                    assertThat(evidence.count()).isLessThanOrEqualTo(tone.positive() + tone.negative());
                });
    }

    private static Tags tags(String title, String body) {
        Article article = ArticleBuilder.builder()
                .title(title)
                .bodyText(body)
                .authors(List.of())
                .build();
        return ((Outcome.Done<Tags>) TAG.apply(article)).value();
    }
}
