package dev.dateline.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketcherTest {
    private static final String STORY =
            """
            The harbour town of Velmora will rebuild its old lighthouse, mayor Ines Corvo said on Tuesday. The work costs
            1.2 million crowns and takes 18 months, she told the town council. Fishermen had asked for a light at the western
            mole since two boats ran aground there in 2019. "We don't want to wait for a third," Corvo said.""";

    private final Sketcher sketcher = new Sketcher(SketchSettings.DEFAULT);

    @Test
    void ignoresCaseSpacingAndPunctuation() {
        String other = STORY.toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", "\u00A0 \n")
                .replace("\"", "”")
                .replace("'", "’")
                .replace("TUESDAY.", "TUESDAY –");

        assertSame(sketcher.sketch("One", STORY), sketcher.sketch("Another", other));
    }

    @Test
    void readsAShortBodyWithItsTitle() {
        String body = "Full story to follow.";

        Sketch one = sketcher.sketch("Storm hits the southern coast of Arvenia", body);
        Sketch other = sketcher.sketch("Parliament of Arvenia elects a new speaker", body);

        assertThat(one.shingles()).isEqualTo(4); // three of the title, one of the body
        assertThat(equalComponents(one, other)).isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Yes",
                "of the and",
                "to be or not to be",
                "😀😀 🎉",
                "…!?",
                "\u200B",
                "\uD800",
                "1",
                "\u0301",
                "ﷺ"
            })
    void sketchesWhateverThereIs(String body) {
        Sketch sketch = sketcher.sketch("", body);

        assertThat(sketch.shingles()).isPositive();
        assertThat(sketch.signature()).hasSize(128);
        assertThat(sketch.bands()).hasSize(68).doesNotHaveDuplicates();
        assertSame(sketch, sketcher.sketch("", body));
    }

    @Test
    void tellsSymbolsApart() {
        assertThat(sketcher.sketch("", "😀😀 🎉").bands())
                .doesNotContain(sketcher.sketch("", "💔 🎉").bands());
    }

    @Test
    void keepsTheSmallestNumbers() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            many.append("item ").append(i * 17).append(", ");
        }
        int[] numbers = sketcher.sketch("", many.toString()).numbers();

        assertThat(numbers).hasSize(Sketch.MAX_NUMBERS);
        assertThat(Arrays.stream(numbers).boxed()).isSortedAccordingTo(Integer::compareUnsigned);
        assertThat(sketcher.sketch("", "It is 5 or 5.0, not 1,000 or 1000.").numbers())
                .hasSize(2);
    }

    /** Texts that were made to be slow. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab ",
                "1",
                "1,",
                "漢",
                "\u0301",
                "\u0301\u0316",
                "½",
                "ß",
                "ﷺ",
                "😀",
                "'",
                "\uD800",
                "x\u200D",
                " "
            })
    void takesLinearTimeForHostileTexts(String unit) {
        assertThat(sketcher.sketch("", unit.repeat(5_000_000 / unit.length())).shingles())
                .isPositive();
    }

    @Test
    void sketchesFiveMegabytes() {
        String text = new SampleTexts(3).ofWords(1_000_000);
        Sketch whole = sketcher.sketch("", text);
        Sketch most = sketcher.sketch("", text.substring(0, text.length() * 9 / 10));

        assertThat(whole.shingles()).isBetween(970_000, 1_030_000);
        assertThat(equalComponents(whole, most)).isBetween(100, 127);
    }

    /**
     * Values that stay the same as long as {@link Sketcher#VERSION} does. If one changes, so does every sketch: raise the version and
     * rebuild the state of copies.
     */
    @Test
    void makesTheSketchesOfItsVersion() {
        Sketch sketch = sketcher.sketch("", STORY);

        assertThat(Sketcher.VERSION).isEqualTo(1);
        assertThat(sketch.shingles()).isEqualTo(55);
        assertThat(Arrays.hashCode(sketch.signature())).isEqualTo(493978792);
        assertThat(Arrays.hashCode(sketch.bands())).isEqualTo(938960434);
        assertThat(Arrays.hashCode(sketch.numbers())).isEqualTo(-600582745);
        assertThat(Arrays.hashCode(sketcher.sketch("Ö", "東京は雨です ½ Straße").bands()))
                .isEqualTo(1855045392);
    }

    /** What was sketched before leaves no trace, however long it was. */
    @Test
    void startsEachSketchAnew() {
        Sketch first = sketcher.sketch("", STORY);
        sketcher.sketch("", new SampleTexts(5).ofWords(50_000));

        assertSame(sketcher.sketch("", STORY), first);
    }

    private static int equalComponents(Sketch a, Sketch b) {
        int equal = 0;
        for (int i = 0; i < a.signature().length; i++) {
            equal += a.signature()[i] == b.signature()[i] ? 1 : 0;
        }
        return equal;
    }

    private static void assertSame(Sketch a, Sketch b) {
        assertThat(a.shingles()).isEqualTo(b.shingles());
        assertThat(a.signature()).isEqualTo(b.signature());
        assertThat(a.bands()).isEqualTo(b.bands());
        assertThat(a.numbers()).isEqualTo(b.numbers());
    }
}
