package dev.dateline.enrich.decide;

import static dev.dateline.enrich.Articles.BODY;
import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.DuplicateReason;
import dev.dateline.enrich.copies.Verdict;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.VersionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideArticleTest {
    private final DecideArticle decide = new DecideArticle();
    private ArticleState state = arrived(null, BODY);

    @Test
    void anOriginalIsPublished() {
        assertThat(told(original(1))).singleElement().isInstanceOfSatisfying(Decision.Publish.class, publish -> {
            assertThat(publish.revision()).isEqualTo(1);
            assertThat(publish.wasCopy()).isFalse();
        });
        assertThat(state.published().orElseThrow().status()).isEqualTo(VersionStatus.EVENT);
    }

    @Test
    void aCopyIsAssigned() {
        assertThat(told(copyOf("b", 1, DuplicateReason.NEW)))
                .singleElement()
                .isEqualTo(new Decision.Assign(state, 1, "b", 1, DuplicateReason.NEW, true));
    }

    @Test
    void anEventWhoseOriginalComesLateIsWithdrawn() {
        told(original(1));

        assertThat(told(copyOf("b", 1, DuplicateReason.REASSIGNED)))
                .singleElement()
                .isEqualTo(new Decision.Withdraw(state, 1, "b", 1, DuplicateReason.REASSIGNED, false));
    }

    @Test
    void aCopyFollowsItsGroupToAnEarlierOriginalWithANewVersion() {
        told(copyOf("b", 1, DuplicateReason.NEW));

        assertThat(told(copyOf("c", 1, DuplicateReason.REASSIGNED)))
                .singleElement()
                .isEqualTo(new Decision.Assign(state, 1, "c", 2, DuplicateReason.REASSIGNED, false));
    }

    @Test
    void theSameVerdictTwiceChangesNothing() {
        told(copyOf("b", 1, DuplicateReason.NEW));

        assertThat(told(copyOf("b", 1, DuplicateReason.REASSIGNED))).isEmpty();
    }

    @Test
    void revisionsArePublishedInOrderWhateverTheOrderOfVerdicts() {
        state = arrived(state, BODY + " And more.");

        assertThat(told(original(2))).isEmpty();
        assertThat(told(original(1))).extracting(Decision::revision).containsExactly(1, 2);
    }

    @Test
    void aRevisionThatIsNoLongerACopySaysSo() {
        told(copyOf("b", 1, DuplicateReason.NEW));
        state = arrived(state, BODY + " And more.");

        assertThat(told(original(2)))
                .singleElement()
                .isInstanceOfSatisfying(Decision.Publish.class, publish -> assertThat(publish.wasCopy())
                        .isTrue());
    }

    @Test
    void aRevisionThatTurnsIntoACopyWithdrawsTheEvent() {
        told(original(1));
        state = arrived(state, BODY + " And more.");

        assertThat(told(copyOf("b", 2, DuplicateReason.NEW)))
                .singleElement()
                .isEqualTo(new Decision.Withdraw(state, 2, "b", 1, DuplicateReason.REVISED, true));
    }

    @Test
    void aVerdictOnASupersededRevisionIsNotTold() {
        told(original(1));
        state = arrived(state, BODY + " And more.");
        told(original(2));

        assertThat(told(copyOf("b", 1, DuplicateReason.REASSIGNED))).isEmpty();
        assertThat(state.published().orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void aRefusedArticleIsNotWithdrawnLater() {
        told(original(1));
        state = decide.refused(state, 1);

        assertThat(told(copyOf("b", 1, DuplicateReason.REASSIGNED))).isEmpty();
    }

    private List<Decision> told(Verdict verdict) {
        DecideArticle.Decided decided = decide.decide(state, verdict);
        state = decided.state();
        return decided.decisions();
    }

    private static Verdict original(int revision) {
        return new Verdict("a", revision, 0, null, 0, DuplicateReason.NEW);
    }

    private static Verdict copyOf(String original, int revision, DuplicateReason reason) {
        return new Verdict("a", revision, 0, original, 0, reason);
    }

    private static ArticleState arrived(ArticleState known, String body) {
        Identified identified =
                new IdentifyArticle().identify(known, article().bodyText(body).build());
        return ((Identified.Fresh) identified).state();
    }
}
