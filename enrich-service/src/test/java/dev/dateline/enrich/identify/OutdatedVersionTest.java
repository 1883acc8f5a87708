package dev.dateline.enrich.identify;

import static dev.dateline.enrich.Articles.BODY;
import static dev.dateline.enrich.Articles.NOON;
import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The source says which version is newer. */
class OutdatedVersionTest {
    private final IdentifyArticle identify = new IdentifyArticle();
    private ArticleState state;

    @Test
    void anOlderVersionComesTooLateToBeTold() {
        arrives("2", "second");
        ArticleState before = state;

        assertThat(arrives("1", "first")).isInstanceOf(Identified.Outdated.class);
        assertThat(state).isEqualTo(before);
    }

    @Test
    void theSameVersionWithOtherContentIsTheNextRevision() {
        arrives("1", "first");

        assertThat(arrives("1", "first, mended")).isInstanceOf(Identified.Fresh.class);
        assertThat(arrives("1", "first")).as("a client's retry").isInstanceOf(Identified.Resend.class);
    }

    @Test
    void aNewerMarkOnTheSameContentIsRemembered() {
        arrives("1", "text");
        assertThat(arrives("3", "text")).isInstanceOf(Identified.Resend.class);

        assertThat(arrives("2", "other")).isInstanceOf(Identified.Outdated.class);
    }

    @Test
    void aTextChangedBackIsNewsWhenItsVersionSaysSo() {
        arrives("1", "text");
        arrives("2", "other");

        assertThat(arrives("1", "text")).isInstanceOf(Identified.Resend.class);
        assertThat(arrives("3", "text")).isInstanceOfSatisfying(Identified.Fresh.class, fresh -> assertThat(
                        fresh.version().revision())
                .isEqualTo(3));
    }

    @Test
    void withoutComparableMarksTheLaterArrivalIsNewer() {
        arrives("2", "second");

        assertThat(arrives(null, "no mark")).isInstanceOf(Identified.Fresh.class);
        assertThat(arrives("2026-03-01T10:00:00Z", "a mark of another kind")).isInstanceOf(Identified.Fresh.class);
        assertThat(arrives("1", "surely older than the second")).isInstanceOf(Identified.Outdated.class);
    }

    @Test
    void aSourceSaysNothingOfAnothersVersions() {
        arrives("2", "second");

        assertThat(arrives(version("1", "first").sourceId("bay-times").build())).isInstanceOf(Identified.Fresh.class);
    }

    @Test
    void aRefusedVersionStandsInNobodysWay() {
        arrives("2", "second");
        refuse(1);

        assertThat(arrives("1", "first")).isInstanceOf(Identified.Fresh.class);
        Identified redriven = arrives("2", "second");
        assertThat(redriven).isInstanceOfSatisfying(Identified.Fresh.class, fresh -> assertThat(
                        fresh.version().revision())
                .as("after the one that took its place")
                .isEqualTo(3));
    }

    @Test
    void aRedriveDoesNotReplaceWhatCameSince() {
        arrives(null, "first");
        refuse(1);
        arrives(null, "second");

        assertThat(arrives(null, "first")).isInstanceOf(Identified.Outdated.class);
    }

    @Test
    void anyOrderEndsWithTheNewestText() {
        List<Article> deliveries = new ArrayList<>();
        String[] texts = {"a", "b", "a", "c", "c", "b", "d", "a"
        }; // some are changed back, some come again under a new mark
        for (int i = 0; i < texts.length; i++) {
            Article delivery = version(Integer.toString(i + 7), texts[i]).build();
            deliveries.addAll(List.of(delivery, delivery));
        }
        Random chance = new Random(1);
        for (int order = 0; order < 2_000; order++) {
            Collections.shuffle(deliveries, chance);
            state = null;
            deliveries.forEach(this::arrives);

            assertThat(state.latest().orElseThrow().contentHash())
                    .as("order %d", order)
                    .isEqualTo(ContentHash.ofContent(version("1", "a").build()));
            assertThat(state.title()).isEqualTo("Title a");
        }
    }

    private void refuse(int revision) {
        state = state.with(state.version(revision).orElseThrow().with(VersionStatus.DEAD_LETTER));
    }

    private Identified arrives(String version, String text) {
        return arrives(version(version, text).build());
    }

    private Identified arrives(Article article) {
        Identified identified = identify.identify(state, article, new RawPlace(0, 1));
        state = identified.state();
        return identified;
    }

    private static ArticleBuilder version(String version, String text) {
        return article()
                .providerVersion(version)
                .receivedAt(NOON)
                .title("Title " + text)
                .bodyText(BODY + " " + text);
    }
}
