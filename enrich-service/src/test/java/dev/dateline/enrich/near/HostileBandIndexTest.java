package dev.dateline.enrich.near;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.sketch.Sketch;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would make an index slow or large if it were let: counted, not timed. */
class HostileBandIndexTest {
    private static final int MANY = 10_000;

    private final BandIndex index = new BandIndex(CopyRule.DEFAULT);

    @Test
    void manyCopiesInOrderCostEightComparisonsEach() {
        long told = askAndPut(copies());

        assertThat(told).isZero();
        assertThat(index.counts().compared()).isLessThanOrEqualTo(8L * MANY);
    }

    @Test
    void manyCopiesInAnyOrderTellAFewEach() {
        List<Member> copies = copies();
        Collections.shuffle(copies, new Random(1));

        long told = askAndPut(copies);

        assertThat(told).isBetween((long) MANY, 8L * MANY);
        assertThat(index.counts().compared()).isLessThanOrEqualTo(20L * MANY);
    }

    /** Each is the original of all before it, and all would have to know. */
    @Test
    void manyCopiesInReverseTellNoMoreThanAreLookedAt() {
        BandIndex cooler = new BandIndex(CopyRule.DEFAULT, 64);
        List<Member> copies = copies();
        Collections.reverse(copies);
        long told = 0;
        for (Member copy : copies) {
            told += cooler.near(copy).laterCount();
            cooler.put(copy);
        }

        assertThat(told).isBetween(63L * MANY, 64L * MANY);
        assertThat(cooler.counts().compared()).isLessThanOrEqualTo(64L * MANY);
    }

    @Test
    void manyStrangersInOneBucketAreNotAllLookedAt() {
        int members = 100_000;
        int questions = 200;
        for (int n = 0; n < members; n++) {
            index.put(SampleMembers.sharingOneBand(n));
        }
        for (int n = members; n < members + questions; n++) {
            assertThat(index.near(SampleMembers.sharingOneBand(n)).earlier()).isEmpty();
        }

        BandCounts counts = index.counts();
        assertThat(counts.hotBuckets()).isEqualTo(1);
        assertThat(counts.leftOut()).isEqualTo(members - RowLists.MAX_ROWS);
        // Some of the other bands' keys are the same by chance: they have 32 bits.
        assertThat(counts.compared())
                .isBetween((long) questions * BandIndex.HOT, (long) questions * (BandIndex.HOT + 1));
    }

    @Test
    void aCopyIsFoundInAHotBucketNextToItsPlace() {
        int members = 5 * BandIndex.HOT;
        for (int n = 0; n < members; n++) {
            index.put(SampleMembers.sharingOneBand(2 * n));
        }
        Member original = SampleMembers.withBands(SampleMembers.member(members - 101, 1), 42);
        Member copy = SampleMembers.withBands(SampleMembers.member(members + 101, 1), 42);
        index.put(original);

        assertThat(index.near(copy).earlier()).extracting(Neighbour::articleId).containsExactly(original.articleId());
        index.put(copy);
        assertThat(index.near(original).later())
                .extracting(Neighbour::articleId)
                .containsExactly(copy.articleId());
    }

    @Test
    void aHotBucketCoolsDownWhenItsMembersLeave() {
        int members = 3 * BandIndex.HOT;
        for (int n = 0; n < members; n++) {
            index.put(SampleMembers.sharingOneBand(n));
        }
        for (int n = 0; n < members; n++) {
            index.remove(SampleMembers.sharingOneBand(n).articleId());
        }

        assertThat(index.counts().hotBuckets()).isZero();
    }

    @Test
    void oneArticleRevisedWithoutEndTakesNoMoreMemory() {
        for (int n = 0; n < 20_000; n++) {
            index.put(SampleMembers.member(1, n));
        }
        long bytes = index.bytes();
        for (int n = 20_000; n < 100_000; n++) {
            index.put(SampleMembers.member(1, n));
        }

        assertThat(index.size()).isEqualTo(1);
        assertThat(index.bytes()).isLessThanOrEqualTo(bytes * 5 / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void textsOfAFewWordsAreCopiesOnlyOfThemselves(int words) {
        Sketcher sketcher = new Sketcher(SketchSettings.DEFAULT);
        for (int n = 0; n < 50; n++) {
            index.put(text(n, sketcher.sketch("", words(words, n))));
        }

        List<Neighbour> earlier =
                index.near(text(100, sketcher.sketch("", words(words, 7)))).earlier();

        assertThat(earlier).hasSize(words == 0 ? 8 : 1);
    }

    private static String words(int count, int n) {
        return count == 0
                ? "…"
                : IntStream.range(0, count).mapToObj(i -> "word" + n + "x" + i).collect(Collectors.joining(" "));
    }

    private static Member text(int n, Sketch sketch) {
        return new Member(SampleMembers.member(n, 0).place(), 1, 0, sketch);
    }

    /** How many later ones were to be told. */
    private long askAndPut(List<Member> members) {
        long told = 0;
        for (Member member : members) {
            told += index.near(member).laterCount();
            index.put(member);
        }
        return told;
    }

    private static List<Member> copies() {
        return IntStream.range(0, MANY)
                .mapToObj(n -> SampleMembers.member(n, 1))
                .collect(Collectors.toList());
    }
}
