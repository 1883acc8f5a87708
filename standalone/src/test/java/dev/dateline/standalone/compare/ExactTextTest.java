package dev.dateline.standalone.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTextTest {
    private static final int WIDTH = 5;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The MAYOR's bridge|the mayors bridge",
                "re-elected, 10bn in 1,200 or 1.5|re elected 10 bn in 1200 or 1.5",
                "Ｆｕｌｌ width ﬁne|full width fine",
                "東京で会議|東 京 で 会 議",
                "Straße STRASSE|strasse strasse",
                "… — !|''"
            })
    void readsWordsAsTheSketchDoes(String text, String words) {
        assertThat(Word.of(text).stream().map(Word::folded).collect(Collectors.joining(" ")))
                .isEqualTo(words);
    }

    /** 40 words have 36 shingles; the last 30 of them alone have 26, all of them among the 36. */
    @Test
    void countsWhatIsShared() {
        ExactText all = new ExactText("", words(0, 40), WIDTH);
        ExactText part = new ExactText("", words(10, 40), WIDTH);

        assertThat(all.shingles()).isEqualTo(36);
        assertThat(part.shingles()).isEqualTo(26);
        assertThat(all.sharedWith(part)).isEqualTo(26).isEqualTo(part.sharedWith(all));
    }

    @Test
    void passagesCoverTheWholeText() {
        String text = words(0, 30) + ". Then, here alone: " + words(100, 110) + ".\n\n" + words(30, 60);
        ExactText whole = new ExactText("", text, WIDTH);

        List<Passage> passages = whole.passages(new ExactText("", words(30, 60) + " " + words(0, 30), WIDTH));

        assertThat(passages).extracting(Passage::common).containsExactly(true, false, true);
        assertThat(passages).extracting(Passage::words).containsExactly(30, 13, 30);
        assertThat(passages.get(1).text()).startsWith("Then, here alone:").endsWith(word(109) + ".");
        assertThat(passages.stream().map(Passage::text).collect(Collectors.joining(" ")))
                .isEqualToNormalizingWhitespace(text);
    }

    @Test
    void aShortBodyIsTakenWithItsTitle() {
        ExactText one = new ExactText("Ferry stops for 3 days", "Full story to follow", WIDTH);
        ExactText other = new ExactText("Dairy is closed", "Full story to follow", WIDTH);

        assertThat(one.sharedWith(other)).isEqualTo(1);
        assertThat(one.shingles()).isEqualTo(2);
        assertThat(one.numbers()).containsExactly(Map.entry("3", "3"));
        assertThat(one.passages(other)).containsExactly(new Passage(true, 4, "Full story to follow"));
    }

    @Test
    void aTextWithoutWordsHasNothing() {
        ExactText none = new ExactText("", "…", WIDTH);

        assertThat(none.shingles()).isZero();
        assertThat(none.passages(none)).isEmpty();
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(ExactTextTest::word).collect(Collectors.joining(" "));
    }

    /** Letters only: a digit would be a word of its own. */
    private static String word(int number) {
        return "w" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }
}
