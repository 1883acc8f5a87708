package dev.dateline.enrich.near;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.sketch.Sketch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandIndexTest {
    private final BandIndex index = new BandIndex(CopyRule.DEFAULT);
    private final PlainBandIndex plain = new PlainBandIndex(CopyRule.DEFAULT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersLikeThePlainOne(long seed) {
        Random random = new Random(seed);
        List<Member> known = new ArrayList<>();
        int withCopies = 0;
        for (int n = 0; n < 1_500; n++) {
            Member member = SampleMembers.any(n, random);
            withCopies += assertSameAnswer(member).earlier().isEmpty() ? 0 : 1;
            put(member, n);
            known.add(member);
            if (random.nextInt(4) == 0) {
                Member revised = revisionOf(known.get(random.nextInt(known.size())), n, random);
                assertSameAnswer(revised);
                put(revised, n);
            }
            if (random.nextInt(3) == 0) {
                String id = known.get(random.nextInt(known.size())).articleId();
                index.remove(id);
                plain.remove(id);
            }
            assertThat(index.size()).isEqualTo(plain.size());
            assertThat(index.oldest(n - 5)).isEqualTo(plain.oldest(n - 5));
        }
        assertThat(withCopies).as("the members are made to meet").isGreaterThan(300);
    }

    @Test
    void expiresAndReusesItsMemory() {
        Random random = new Random(7);
        int kept = 200;
        long bytes = 0;
        for (int n = 0; n < 20 * kept; n++) {
            Member member = SampleMembers.any(n, random);
            assertSameAnswer(member);
            put(member, n);
            for (String oldest = index.oldest(n - kept); oldest != null; oldest = index.oldest(n - kept)) {
                assertThat(oldest).isEqualTo(plain.oldest(n - kept));
                index.remove(oldest);
                plain.remove(oldest);
            }
            bytes = n == 8 * kept ? index.bytes() : bytes;
        }
        assertThat(index.size()).isEqualTo(kept + 1);
        assertThat(index.bytes()).as("after twelve times as many again").isLessThan(bytes * 5 / 4);
    }

    @Test
    void anEmptiedIndexAnswersNobody() {
        List<Member> members = new ArrayList<>();
        for (int n = 0; n < 3_000; n++) {
            members.add(SampleMembers.member(n, n % 100));
        }
        members.forEach(index::put);
        Collections.shuffle(members, new Random(1));
        members.forEach(member -> index.remove(member.articleId()));

        assertThat(index.size()).isZero();
        assertThat(index.oldest(Long.MAX_VALUE)).isNull();
        assertThat(index.contains(members.get(0).articleId())).isFalse();
        assertThat(index.near(members.get(0))).isEqualTo(new Neighbours(List.of(), List.of(), 0));
    }

    @Test
    void countsWhatItHolds() {
        for (int n = 0; n < 10; n++) {
            index.put(SampleMembers.member(n, n % 2));
        }
        index.near(SampleMembers.member(10, 0));

        assertThat(index.counts()).isEqualTo(new BandCounts(10, 640, 128, 0, index.bytes(), 5, 0));
    }

    @Test
    void aRevisionIsNoNeighbourOfItsPredecessor() {
        index.put(SampleMembers.member(1, 1));

        assertThat(index.near(SampleMembers.member(1, 1)).earlier()).isEmpty();
    }

    @Test
    void aBandThatComesTwiceCountsOnce() {
        Member twice = SampleMembers.withBands(SampleMembers.member(1, 1), 5, 5);
        index.put(twice);
        index.put(twice);
        index.near(SampleMembers.withBands(SampleMembers.member(2, 1), 5, 5, 5));

        assertThat(index.counts().compared()).isEqualTo(1);
        assertThat(index.near(SampleMembers.withBands(SampleMembers.member(2, 1), 5))
                        .earlier())
                .hasSize(1);
    }

    @Test
    void signaturesOfOtherLengthsAreNotCompared() {
        index.put(tiny("a", new byte[] {1, 2, 3}));

        assertThat(index.near(tiny("b", new byte[] {1, 2, 3})).later()).isEmpty();
        assertThat(index.near(tiny("b", new byte[] {1, 2, 3})).earlier()).hasSize(1);
        assertThat(index.near(tiny("b", new byte[] {1, 2, 3, 4})).earlier()).isEmpty();
        assertThat(index.near(tiny("b", new byte[0])).earlier()).isEmpty();
    }

    @Test
    void timesFromTheEndsOfTimeAreFarApart() {
        Sketch sketch = new Sketch(1, new byte[] {1, 2, 3}, new int[] {1}, new int[0]);
        index.put(new Member(new Place(Instant.MIN, Instant.MIN, "first"), 1, 0, sketch));
        index.put(new Member(new Place(Instant.MAX, Instant.MAX, "last"), 1, 0, sketch));

        Neighbours neighbours = index.near(new Member(new Place(Instant.MAX, Instant.MIN, "asked"), 1, 0, sketch));

        assertThat(neighbours.earlier()).isEmpty();
        assertThat(neighbours.later()).extracting(Neighbour::articleId).containsExactly("last");
    }

    private static Member tiny(String id, byte[] signature) {
        return new Member(
                new Place(SampleMembers.START, SampleMembers.START, id),
                1,
                0,
                new Sketch(1, signature, new int[] {1}, new int[0]));
    }

    private static Member revisionOf(Member member, int n, Random random) {
        Member other = SampleMembers.any(n, random);
        return new Member(member.place(), member.revision() + 1, member.ownerPartition(), other.sketch());
    }

    private void put(Member member, long since) {
        index.put(member, since);
        plain.put(member, since);
    }

    /** With eight before it, a member need not tell all that come after it. */
    private Neighbours assertSameAnswer(Member member) {
        Neighbours expected = plain.near(member);
        Neighbours answer = index.near(member);
        assertThat(answer.earlier()).isEqualTo(expected.earlier());
        assertThat(expected.later()).containsAll(answer.later());
        assertThat(answer.laterCount()).isEqualTo(answer.later().size());
        if (expected.earlier().size() < Neighbours.MAX_EARLIER) {
            assertThat(answer.later()).isEqualTo(expected.later());
        } else {
            assertThat(answer.later()).containsAll(plain.laterInBucketsWithFewBefore(member));
        }
        return answer;
    }
}
