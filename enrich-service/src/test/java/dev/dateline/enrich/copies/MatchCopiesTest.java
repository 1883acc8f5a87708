package dev.dateline.enrich.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.common.model.DuplicateReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchCopiesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final GroupUnderTest group = new GroupUnderTest();

    @Test
    void theFirstArticleIsAnOriginal() {
        assertThat(group.ask(claim("a", 0))).containsExactly(new Verdict("a", 1, 7, null, 0, DuplicateReason.NEW));
    }

    @Test
    void aLaterArticleIsACopyOfTheEarlier() {
        group.ask(claim("a", 0));

        assertThat(group.ask(claim("b", 5))).containsExactly(new Verdict("b", 1, 7, "a", 0, DuplicateReason.NEW));
    }

    @Test
    void aLateOriginalTakesOverTheWholeGroup() {
        group.ask(claim("b", 5));
        group.ask(claim("c", 9));

        assertThat(group.ask(claim("a", 0)))
                .containsExactly(
                        new Verdict("a", 1, 7, null, 2, DuplicateReason.NEW),
                        new Verdict("b", 1, 7, "a", 0, DuplicateReason.REASSIGNED),
                        new Verdict("c", 1, 7, "a", 0, DuplicateReason.REASSIGNED));
    }

    @Test
    void aRevisionWithTheSameWordsStaysTheOriginal() {
        group.ask(claim("a", 0));
        group.ask(claim("b", 5));

        assertThat(group.ask(revision("a", 20))).containsExactly(new Verdict("a", 2, 7, null, 1, DuplicateReason.NEW));
        assertThat(group.ask(claim("c", 10))).extracting(Verdict::originalId).containsExactly("a");
    }

    @Test
    void aRevisedCopyIsCountedOnce() {
        group.ask(claim("a", 0));
        group.ask(claim("b", 5));

        assertThat(group.ask(revision("b", 6)))
                .containsExactly(new Verdict("b", 2, 7, "a", 0, DuplicateReason.REVISED));
        assertThat(group.ask(claim("earliest", -1)).get(0).copiesSeen()).isEqualTo(2);
    }

    @Test
    void aMemberThatBecomesTheOriginalIsNoLongerAMember() {
        group.ask(claim("a", 0));
        group.ask(claim("b", 5));

        assertThat(group.ask(revision("b", -5)))
                .extracting(Verdict::articleId, Verdict::originalId)
                .containsExactly(tuple("b", null), tuple("a", "b"));
        assertThat(group.members).containsOnlyKeys("a");
    }

    @Test
    void anOlderVersionComeLateIsNotAnsweredButTakesOver() {
        group.ask(claim("b", 5));

        assertThat(group.ask(late("a", 0))).containsExactly(new Verdict("b", 1, 7, "a", 0, DuplicateReason.REASSIGNED));
        assertThat(group.ask(claim("earliest", -1)))
                .extracting(Verdict::articleId)
                .as("nobody waits at a")
                .containsExactly("earliest", "b");
    }

    @Test
    void anOlderVersionComeLateLeavesTheNewerOnesAnswerAlone() {
        group.ask(claim("b", 5));
        group.ask(revision("a", 9));

        assertThat(group.ask(late("a", 0))).isEmpty();
        assertThat(group.ask(claim("earliest", -1)))
                .extracting(Verdict::articleId, Verdict::revision)
                .containsExactly(tuple("earliest", 1), tuple("b", 1), tuple("a", 2));
    }

    @Test
    void anOlderVersionComeLateMovesItsArticlesPlaceAsIfItHadComeInTime() {
        group.ask(revision("a", 9));
        assertThat(group.ask(late("a", 0))).isEmpty();

        assertThat(group.ask(claim("b", 5))).extracting(Verdict::originalId).containsExactly("a");
        assertThat(group.ask(claim("earliest", -1)))
                .extracting(Verdict::articleId, Verdict::revision)
                .contains(tuple("a", 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theOrderOfArrivalDoesNotMatter(long seed) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            claims.add(claim("article-" + i, (i * 7) % 13)); // some published at the same time: the id decides
        }
        Collections.shuffle(claims, new Random(seed));

        Map<String, String> originals = new TreeMap<>();
        claims.forEach(claim -> group.ask(claim)
                .forEach(verdict -> originals.put(verdict.articleId(), String.valueOf(verdict.originalId()))));

        assertThat(originals).hasSize(40).containsEntry("article-0", "null");
        originals.remove("article-0");
        assertThat(originals.values()).containsOnly("article-0");
    }

    private static Claim claim(String articleId, int minute) {
        return new Claim("words", articleId, 1, NOON.plusSeconds(60L * minute), NOON, 7);
    }

    private static Claim late(String articleId, int minute) {
        return Claim.place("words", articleId, NOON.plusSeconds(60L * minute), NOON)
                .from(7);
    }

    private static Claim revision(String articleId, int minute) {
        return new Claim("words", articleId, 2, NOON.plusSeconds(60L * minute), NOON, 7);
    }

    /** One group with its members in a map, as the store keeps them. */
    private static final class GroupUnderTest {
        private final MatchCopies match = new MatchCopies();
        private final Map<String, Claim> members = new TreeMap<>();
        private Group group;

        List<Verdict> ask(Claim claim) {
            MatchCopies.Match matched = match.match(
                    group,
                    new MatchCopies.Members() {
                        @Override
                        public boolean contains(String articleId) {
                            return members.containsKey(articleId);
                        }

                        @Override
                        public Iterable<Claim> all() {
                            return List.copyOf(members.values());
                        }
                    },
                    claim);
            group = matched.group();
            if (matched.leaves() != null) {
                members.remove(matched.leaves());
            }
            if (matched.joins() != null) {
                members.put(matched.joins().articleId(), matched.joins());
            }
            return matched.verdicts();
        }
    }
}
