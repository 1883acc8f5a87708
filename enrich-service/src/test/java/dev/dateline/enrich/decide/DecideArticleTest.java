package dev.dateline.enrich.decide;

import static dev.dateline.enrich.Articles.BODY;
import static dev.dateline.enrich.Articles.NOON;
import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.VersionStatus;
import dev.dateline.enrich.near.Card;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Notice;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.near.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One article's owner and the letters that it gets; the bands have two shares. */
class DecideArticleTest {
    private static final Card CARD = new Card("other words", "another series");

    private final DecideArticle decide = new DecideArticle(Duration.ofDays(7));
    private ArticleState state = arrived(null, article().build());
    private Decided last;

    @Test
    void nothingIsSaidBeforeAllHaveAnswered() {
        answers(0);

        assertThat(last.decisions()).isEmpty();
        assertThat(last.notice()).isEmpty();
        assertThat(decide.notice(state)).isEmpty();
    }

    @Test
    void anArticleWithoutNeighboursIsAnOriginal() {
        answers(0);
        answers(1);

        assertThat(last.decisions()).singleElement().isInstanceOfSatisfying(Decision.Publish.class, publish -> {
            assertThat(publish.revision()).isEqualTo(1);
            assertThat(publish.wasCopy()).isFalse();
            assertThat(publish.booking()).isEqualTo(Booking.NONE);
        });
        assertThat(last.notice()).hasValueSatisfying(notice -> {
            assertThat(notice.original()).isTrue();
            assertThat(notice.verdict().card()).isEqualTo(state.card());
        });
    }

    @Test
    void theEarliestNeighbourIsAskedAndNobodyElse() {
        answers(0, near("c", 30), near("b", 20));

        assertThat(last.ask()).map(Neighbour::articleId).hasValue("b");
        answers(1, near("b", 20));
        assertThat(last.ask()).isEmpty();
        tells("b", 1, 1, true);

        assertThat(last.ask()).as("an original is known").isEmpty();
        assertAssigned("b", DuplicateReason.NEW, 1, Booking.COPY);
    }

    @Test
    void whoIsNearToCopiesOnlyIsAnOriginal() {
        answers(0, near("b", 20), near("c", 30));
        answers(1);
        tells("b", 1, 1, false);

        assertThat(last.ask()).map(Neighbour::articleId).hasValue("c");
        tells("c", 1, 1, false);

        assertThat(last.decisions()).singleElement().isInstanceOf(Decision.Publish.class);
    }

    @Test
    void whoHasEightCopiesBeforeItSharesTheOriginalOfTheFirst() {
        Neighbour[] copies =
                IntStream.range(0, 8).mapToObj(i -> near("c" + i, 20 + i)).toArray(Neighbour[]::new);
        answers(0, copies);
        Verdict copy = new Verdict("x", 3, 0.9, NOON, CARD);
        for (Neighbour neighbour : copies) {
            assertThat(last.ask()).map(Neighbour::articleId).hasValue(neighbour.articleId());
            if (neighbour.equals(copies[0])) {
                answers(1);
            }
            tells(new Notice(neighbour.articleId(), 1, 1, false, copy));
        }

        assertAssigned("x", DuplicateReason.NEW, 1, Booking.COPY);
        assertThat(assigned().similarity())
                .as("to the copy that it was found by")
                .isEqualTo(0.8);
    }

    @Test
    void theSameWordsAreAnExactCopy() {
        answers(0, near("b", 20));
        answers(1);
        tells(new Notice("b", 1, 1, true, Verdict.originalWith(new Card(state.words(), "another series"))));

        assertThat(assigned().kind()).isEqualTo(DuplicateKind.EXACT);
        assertThat(assigned().similarity()).isEqualTo(1.0);
    }

    @Test
    void anEventWhoseOriginalComesLateIsWithdrawn() {
        publishesAnOriginal();
        late(near("b", 20));
        tells("b", 1, 1, true);

        assertThat(last.decisions()).singleElement().isInstanceOfSatisfying(Decision.Withdraw.class, withdraw -> {
            assertThat(withdraw.booking()).isEqualTo(Booking.EVENT_TO_COPY);
            assertThat(withdraw.assignment().originalId()).isEqualTo("b");
            assertThat(withdraw.assignment().reason()).isEqualTo(DuplicateReason.REASSIGNED);
        });
        assertThat(last.notice())
                .hasValueSatisfying(notice -> assertThat(notice.original()).isFalse());
    }

    @Test
    void aCopyFollowsItsGroupToAnEarlierOriginalWithANewVersion() {
        becomesACopyOf("b");
        late(near("a0", 10));
        tells("a0", 1, 1, true);

        assertAssigned("a0", DuplicateReason.REASSIGNED, 2, Booking.NONE);
        assertThat(last.notice()).hasValueSatisfying(notice -> {
            assertThat(notice.original()).isFalse();
            assertThat(notice.verdict().originalId()).isEqualTo("a0");
        });
    }

    @Test
    void aCopyWhoseOriginalTurnsOutACopyOfAnotherIsAnOriginal() {
        becomesACopyOf("b");
        tells("b", 1, 2, false);

        assertThat(last.decisions()).singleElement().isInstanceOfSatisfying(Decision.Publish.class, publish -> {
            assertThat(publish.wasCopy()).isTrue();
            assertThat(publish.booking()).isEqualTo(Booking.NO_LONGER_COPY);
        });
    }

    @Test
    void anOldNoticeThatComesLateChangesNothing() {
        becomesACopyOf("b");
        tells("b", 1, 3, true);
        tells("b", 1, 2, false);

        assertThat(last.decisions()).isEmpty();
    }

    @Test
    void aNeighbourThatWasRevisedIsNearNoMore() {
        becomesACopyOf("b");
        tells("b", 2, 2, true);

        assertThat(last.decisions()).singleElement().isInstanceOf(Decision.Publish.class);
    }

    @Test
    void aNeighbourThatIsStillNearAfterItsRevisionIsAskedAgain() {
        becomesACopyOf("b");
        late(new Neighbour(new Place(NOON.minusSeconds(3600 - 20), NOON, "b"), 2, 0, 0.7));

        assertThat(last.ask()).map(Neighbour::revision).hasValue(2);
        tells("b", 2, 2, true);
        assertThat(last.decisions()).as("it is still its copy").isEmpty();
    }

    @Test
    void revisionsThatWaitArePublishedInOrderWithTheVerdictOnTheLast() {
        answers(0);
        state = arrived(state, article().bodyText(BODY + " And more.").build());
        answers(1);
        assertThat(last.decisions()).as("an answer about the first revision").isEmpty();
        answers(2, 0);
        answers(2, 1);

        assertThat(last.decisions()).extracting(Decision::revision).containsExactly(1, 2);
        assertThat(last.decisions()).allMatch(Decision.Publish.class::isInstance);
    }

    @Test
    void aRevisionThatIsNoLongerACopySaysSo() {
        becomesACopyOf("b");
        state = arrived(state, article().bodyText(BODY + " And more.").build());
        answers(2, 0);
        answers(2, 1);

        assertThat(last.decisions()).singleElement().isInstanceOfSatisfying(Decision.Publish.class, publish -> {
            assertThat(publish.wasCopy()).isTrue();
            assertThat(publish.booking()).isEqualTo(Booking.NONE);
        });
    }

    @Test
    void aRevisionThatTurnsIntoACopyWithdrawsTheEvent() {
        publishesAnOriginal();
        state = arrived(state, article().bodyText(BODY + " And more.").build());
        answers(2, 0, near("b", 20));
        answers(2, 1);
        tells("b", 1, 1, true);

        assertThat(last.decisions()).singleElement().isInstanceOfSatisfying(Decision.Withdraw.class, withdraw -> {
            assertThat(withdraw.revision()).isEqualTo(2);
            assertThat(withdraw.booking()).isEqualTo(Booking.COPY);
            assertThat(withdraw.assignment().reason()).isEqualTo(DuplicateReason.REVISED);
        });
    }

    @Test
    void aCopyThatIsRevisedAfterItsOriginalLeftTheWindowStaysItsCopy() {
        becomesACopyOf("b");
        state = arrived(
                state,
                article()
                        .bodyText(BODY + " And more.")
                        .receivedAt(NOON.plus(Duration.ofDays(8)))
                        .build());
        answers(2, 0);
        answers(2, 1);

        assertAssigned("b", DuplicateReason.EXPIRED, 2, Booking.COPY);
    }

    @Test
    void aRefusedArticleIsNotWithdrawnLaterAndNoOriginalAnyMore() {
        publishesAnOriginal();
        apply(decide.refused(state, 1));
        assertThat(last.notice())
                .hasValueSatisfying(notice -> assertThat(notice.original()).isFalse());

        late(near("b", 20));
        tells("b", 1, 1, true);
        assertThat(last.decisions()).isEmpty();
    }

    @Test
    void aMarkedResendIsHandedToTheStoryItWasSentFor() {
        state = arrived(
                null, article().title("UPDATE 1-Council closes ferry terminal").build());
        Card story = arrived(null, article().articleId("b").build()).card();
        answers(0, near("b", 20));
        answers(1);
        tells(new Notice("b", 1, 1, true, Verdict.originalWith(story)));

        assertThat(assigned().kind()).isEqualTo(DuplicateKind.UPDATE);
        assertThat(assigned().handOver()).isTrue();
        assertThat(last.decisions().get(0).booking())
                .as("it is booked where it is published")
                .isEqualTo(Booking.NONE);
        assertThat(state.published().orElseThrow().status()).isEqualTo(VersionStatus.UPDATE);
    }

    @Test
    void whatWasHandedOverIsNotHandedOverAgain() {
        aMarkedResendIsHandedToTheStoryItWasSentFor();
        late(near("a0", 10));
        tells("a0", 1, 1, true);

        assertThat(assigned().handOver()).isFalse();
        assertThat(last.decisions().get(0).booking()).isEqualTo(Booking.NONE);
        tells("a0", 1, 2, false);
        tells("b", 1, 2, false);
        assertThat(last.decisions())
                .as("it stays with the article that took it")
                .isEmpty();
    }

    @Test
    void aMarkedResendOfAnotherSourceIsACopy() {
        state = arrived(
                null, article().title("UPDATE 1-Council closes ferry terminal").build());
        Card elsewhere = arrived(
                        null, article().articleId("b").sourceId("bay-times").build())
                .card();
        answers(0, near("b", 20));
        answers(1);
        tells(new Notice("b", 1, 1, true, Verdict.originalWith(new Card("other words", elsewhere.series()))));

        assertThat(assigned().kind()).isEqualTo(DuplicateKind.NEAR);
    }

    private void publishesAnOriginal() {
        answers(0);
        answers(1);
        assertThat(last.decisions()).singleElement().isInstanceOf(Decision.Publish.class);
    }

    private void becomesACopyOf(String id) {
        answers(0, near(id, 20));
        answers(1);
        tells(id, 1, 1, true);
        assertAssigned(id, DuplicateReason.NEW, 1, Booking.COPY);
    }

    private void assertAssigned(String originalId, DuplicateReason reason, int version, Booking booking) {
        assertThat(last.decisions()).singleElement().isInstanceOfSatisfying(Decision.Assign.class, assign -> assertThat(
                        assign.booking())
                .isEqualTo(booking));
        assertThat(assigned())
                .extracting(Assignment::originalId, Assignment::reason, Assignment::version)
                .containsExactly(originalId, reason, version);
    }

    private Assignment assigned() {
        return ((Decision.Assign) last.decisions().get(0)).assignment();
    }

    private void answers(int partition, Neighbour... earlier) {
        answers(1, partition, earlier);
    }

    private void answers(int revision, int partition, Neighbour... earlier) {
        apply(decide.answered(state, revision, partition, List.of(earlier), 0));
    }

    private void late(Neighbour neighbour) {
        apply(decide.met(state, state.standing().revision(), List.of(neighbour)));
    }

    private void tells(String id, int revision, int turn, boolean original) {
        tells(new Notice(id, revision, turn, original, original ? Verdict.originalWith(CARD) : null));
    }

    private void tells(Notice notice) {
        apply(decide.told(state, notice));
    }

    private void apply(Decided decided) {
        last = decided;
        state = decided.state();
    }

    /** A neighbour published some minutes of the hour before noon. */
    private static Neighbour near(String id, int seconds) {
        return new Neighbour(new Place(NOON.minusSeconds(3600 - seconds), NOON, id), 1, 0, 0.8);
    }

    private static ArticleState arrived(ArticleState known, Article article) {
        Identified.Fresh fresh = (Identified.Fresh) new IdentifyArticle().identify(known, article, new RawPlace(0, 0));
        ArticleState next = fresh.state();
        return next.with(next.standing().asked(fresh.version().revision(), 2));
    }
}
