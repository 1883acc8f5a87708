package dev.dateline.enrich.tag.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever spans a tagger finds in whatever text: mentions are what the text says, sizes are bounded, nothing throws. */
class HostileSpansTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load(Set.of("en"));
    private static final PlaceResolver PLACES = PlaceResolver.load(GAZETTEER);
    private static final List<EntityType> TYPES = List.of(EntityType.values());

    private static final List<String> PIECES = List.of(
            "Iran",
            "Iraqi",
            "U.S.",
            "US",
            "(US)",
            "UN",
            "the",
            "The",
            "of",
            "and",
            "for",
            "Mr.",
            "General",
            "Pope",
            "Secretary",
            "Department",
            "Ministry",
            "Union",
            "Inc",
            "AG",
            "Jr.",
            "III",
            "al-Hadi",
            "el-",
            "Anton",
            "Antoine",
            "Brask",
            "BRASK",
            "Brasque",
            "J.",
            "Joe",
            "Joseph",
            "Kim",
            "Jong-un",
            "(",
            ")",
            "(BU)",
            "BU (Brask Union)",
            "Brask Union (BU)",
            "said",
            "Brask’s",
            "Shi’ite",
            "Öl",
            "o\u0308",
            "\u0301",
            "\u200d",
            "\u200b",
            "\ud83d\ude00",
            "\ud83d",
            "\u202e",
            "مرحبا",
            "Київ",
            "港口",
            ",",
            ".",
            "\n",
            "\n\n",
            "“",
            ":",
            "-",
            "&",
            "1",
            "2nd",
            "iPhone",
            "İ",
            "ß",
            "\u0000");

    /** Tags stretches of tokens at random. */
    private record RandomSpans(long seed, int longest) implements SpanTagger {
        @Override
        public List<Span> tag(Tokens tokens) {
            Random random = new Random(seed);
            List<Span> spans = new ArrayList<>();
            int at = 0;
            while (at < tokens.size()) {
                int last = Math.min(tokens.size() - 1, at + random.nextInt(longest));
                if (random.nextInt(3) > 0) {
                    EntityType type = TYPES.get(random.nextInt(TYPES.size()));
                    spans.add(new Span(at, last, type, random.nextDouble()));
                }
                at = last + 1;
            }
            return spans;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mentionsAreWhatTheTextSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            check(
                    randomText(random, 20),
                    randomText(random, 200),
                    new RandomSpans(random.nextLong(), 1 + random.nextInt(12)));
        }
    }

    private static String randomText(Random random, int pieces) {
        return IntStream.range(0, 1 + random.nextInt(pieces))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextInt(5) == 0 ? "" : " "))
                .collect(Collectors.joining());
    }

    static Stream<String> giants() {
        return Stream.of(
                numbered(50_000, i -> "Anton" + word(i) + " Brask "),
                numbered(50_000, i -> "Anton Brask" + word(i) + ", "),
                numbered(50_000, i -> "Mr. " + word(i) + " Brask met Brask. "),
                numbered(30_000, i -> "Kestrel " + word(i) + " Inc and Kestrel. "),
                numbered(30_000, i -> "Brask " + word(i) + " Union (B" + (char) ('A' + i % 26) + "U) "),
                numbered(30_000, i -> "US " + word(i) + " Army, Army "),
                "Brask-".repeat(50_000),
                "(AB".repeat(50_000),
                "AB (".repeat(50_000),
                "of and for the ".repeat(30_000) + "(OAF)",
                "Jr. ".repeat(50_000),
                "Mohammed Mohamed Muhammad ".repeat(20_000),
                "A\u0301\u200d".repeat(300_000),
                "\ud83d\ude00A ".repeat(100_000));
    }

    private static String numbered(int count, java.util.function.IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
    }

    /** A capitalised word for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("Z");
        for (int rest = number; rest > 0; rest /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append('a');
        }
        return word.toString();
    }

    @ParameterizedTest
    @MethodSource("giants")
    void giantsAreBounded(String text) {
        check(text, text, new RandomSpans(1, 3));
    }

    private static void check(String title, String body, SpanTagger spans) {
        List<Entity> entities = new NameTagger(spans, GAZETTEER, PLACES)
                .tag(Prepared.of(title, body, "en"), PlaceHints.NONE)
                .entities();
        assertThat(entities).hasSizeLessThanOrEqualTo(NameTagger.MAX_ENTITIES);
        Set<String> starts = new HashSet<>();
        for (Entity entity : entities) {
            assertThat(entity.name()).isNotBlank().doesNotContain("\n");
            assertThat(entity.salience()).isBetween(0.0, 1.0);
            assertThat(entity.confidence()).isBetween(0.0, 1.0);
            assertThat(entity.mentions()).isNotEmpty().hasSizeLessThanOrEqualTo(NameTagger.MAX_MENTIONS);
            for (Mention mention : entity.mentions()) {
                String text = mention.field() == null ? body : title;
                assertThat(mention.surface()).isNotBlank().isEqualTo(text.substring(mention.start(), mention.end()));
                assertThat(mention.from()).isNotNull();
                assertThat(starts.add(mention.field() + mention.start()))
                        .as("one name per place")
                        .isTrue();
            }
        }
    }
}
