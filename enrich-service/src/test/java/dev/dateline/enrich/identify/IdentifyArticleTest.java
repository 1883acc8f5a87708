package dev.dateline.enrich.identify;

import static dev.dateline.enrich.Articles.BODY;
import static dev.dateline.enrich.Articles.NOON;
import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.article.Article;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IdentifyArticleTest {
    private static final RawPlace RAW = new RawPlace(1, 5);

    private final IdentifyArticle identify = new IdentifyArticle();

    @Test
    void anUnknownIdIsRevisionOne() {
        Identified.Fresh fresh = fresh(null, article().build());

        assertThat(fresh.version().revision()).isEqualTo(1);
        assertThat(fresh.version().status()).isEqualTo(VersionStatus.ASKED);
        assertThat(fresh.state().articleId()).isEqualTo("a");
    }

    @Test
    void theSameContentIsAResendWheneverItComesAgain() {
        ArticleState known = fresh(null, article().build()).state();

        Article again = article().receivedAt(NOON.plusSeconds(3600)).build();

        assertThat(identify.identify(known, again, RAW)).isEqualTo(new Identified.Resend(known, 1));
    }

    @Test
    void anArticleWithoutATimeOfItsOwnIsAResendToo() {
        Article first = article().publishedAt(NOON).receivedAt(NOON).build();
        Article again = article()
                .publishedAt(NOON.plusSeconds(9))
                .receivedAt(NOON.plusSeconds(9))
                .build();

        assertThat(identify.identify(fresh(null, first).state(), again, RAW)).isInstanceOf(Identified.Resend.class);
    }

    @Test
    void anotherSpellingOfItsAddressIsNoChange() {
        ArticleState known =
                fresh(null, article().url("https://a.example/1").build()).state();

        Article shared = article().url("http://www.a.example/1?utm_source=feed").build();
        Article moved = article().url("https://a.example/2").build();

        assertThat(identify.identify(known, shared, RAW)).isInstanceOf(Identified.Resend.class);
        assertThat(fresh(known, moved).version().revision()).isEqualTo(2);
    }

    @Test
    void otherContentIsTheNextRevision() {
        ArticleState known = fresh(null, article().build()).state();

        Identified.Fresh second =
                fresh(known, article().bodyText(BODY + "\n\nMore.").build());
        Identified.Fresh third =
                fresh(second.state(), article().title("Ferry terminal to close").build());

        assertThat(second.version().revision()).isEqualTo(2);
        assertThat(third.version().revision()).isEqualTo(3);
        assertThat(third.state().versions()).extracting(Version::revision).containsExactly(1, 2, 3);
    }

    @Test
    void anOldRevisionThatComesAgainIsAResendUnlessItWasModifiedSince() {
        ArticleState first = fresh(null, article().build()).state();
        ArticleState second =
                fresh(first, article().bodyText(BODY + "\n\nMore.").build()).state();

        assertThat(identify.identify(second, article().build(), RAW)).isEqualTo(new Identified.Resend(second, 1));
        Article changedBack = article().modifiedAt(NOON.plusSeconds(600)).build();
        assertThat(fresh(second, changedBack).version().revision()).isEqualTo(3);
    }

    @Test
    void aRefusedArticleIsTriedAgainUnderItsRevision() {
        ArticleState known = fresh(null, article().build()).state();
        ArticleState refused = known.with(known.versions().get(0).with(VersionStatus.DEAD_LETTER));

        assertThat(fresh(refused, article().build()).version())
                .extracting(Version::revision, Version::status)
                .containsExactly(1, VersionStatus.ASKED);
    }

    @Test
    void aRevisionKeepsTheEarliestPlace() {
        ArticleState known = fresh(null, article().build()).state();
        Article bumped = article()
                .publishedAt(NOON.plusSeconds(900))
                .receivedAt(NOON.plusSeconds(960))
                .bodyText(BODY + " More.")
                .build();

        ArticleState revised = fresh(known, bumped).state();

        assertThat(revised.place()).isEqualTo(known.place());
        assertThat(revised.publishedAt()).isEqualTo(NOON.plusSeconds(900));
    }

    @Test
    void aLiveblogDoesNotGrowWithoutBound() {
        ArticleState state = null;
        for (int i = 0; i < 100; i++) {
            Identified.Fresh next =
                    fresh(state, article().bodyText(BODY + " Update " + i).build());
            state = next.state().with(next.version().with(VersionStatus.EVENT));
        }

        assertThat(state.versions()).hasSize(ArticleState.MAX_VERSIONS);
        assertThat(state.latest().orElseThrow().revision()).isEqualTo(100);
    }

    @Test
    void wordsAreTheSameWhateverCaseSpacingAndPunctuation() {
        String shouted = BODY.toUpperCase(Locale.ROOT).replace(", ", " — ").replace("\n\n", "\n");

        assertThat(words(article().bodyText(shouted).title("Another headline").build()))
                .isEqualTo(words(article().build()));
    }

    @Test
    void aShortBodyIsToldApartByItsTitle() {
        Article first = article().bodyText("Full story to follow.").build();
        Article second =
                article().bodyText("Full story to follow.").title("Other news").build();

        assertThat(words(first)).isNotEqualTo(words(second));
    }

    private String words(Article article) {
        return fresh(null, article).state().words();
    }

    private Identified.Fresh fresh(ArticleState known, Article article) {
        Identified identified = identify.identify(known, article, RAW);
        assertThat(identified).isInstanceOf(Identified.Fresh.class);
        return (Identified.Fresh) identified;
    }
}
