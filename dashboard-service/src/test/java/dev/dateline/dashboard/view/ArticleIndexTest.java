package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.EventStatus;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {
    private final ArticleIndex index = new ArticleIndex(2, Samples.START);

    private static ArticleFate.AsEvent event(EventStatus status, long at) {
        return new ArticleFate.AsEvent(status, 1, null, Samples.at(at));
    }

    private static ArticleFate.AsDuplicate duplicate(long at) {
        return new ArticleFate.AsDuplicate("original", DuplicateKind.EXACT, 1, 1, 1, Samples.at(at));
    }

    private static ArticleFate.AsDeadLetter deadLetter(long at) {
        return new ArticleFate.AsDeadLetter("extract-article", "NO_TEXT", "no text", Samples.at(at));
    }

    @Test
    void theArticleNotMentionedForLongestGoesFirst() {
        index.update("a", Samples.START.plusSeconds(1), fate -> fate.with(deadLetter(1)));
        index.update("b", Samples.START.plusSeconds(2), fate -> fate.with(deadLetter(2)));
        index.update("a", Samples.START.plusSeconds(3), fate -> fate.with(event(EventStatus.ACTIVE, 3)));
        assertThat(index.reach()).isEqualTo(new Reach(2, Samples.START));

        index.update("c", Samples.START.plusSeconds(4), fate -> fate.with(deadLetter(4)));

        assertThat(index.find("b")).isEmpty();
        assertThat(index.find("a")).get().extracting(ArticleFate::deadLetter).isNotNull();
        assertThat(index.reach()).isEqualTo(new Reach(2, Samples.START.plusSeconds(2)));
    }

    @Test
    void anIdThatCannotBeOneIsRefused() {
        assertThatThrownBy(() -> index.update(null, Samples.START, fate -> fate))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.update("x".repeat(65), Samples.START, fate -> fate))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLatestWordDecidesTheStatus() {
        ArticleFate unknown = ArticleFate.unknown("a");

        assertThat(unknown.with(event(EventStatus.ACTIVE, 1)).status()).isEqualTo(ArticleFate.Status.EVENT);
        assertThat(unknown.with(duplicate(1)).status()).isEqualTo(ArticleFate.Status.DUPLICATE);
        assertThat(unknown.with(deadLetter(1)).status()).isEqualTo(ArticleFate.Status.DEAD_LETTER);
        assertThat(unknown.with(event(EventStatus.ACTIVE, 1)).with(duplicate(2)).status())
                .isEqualTo(ArticleFate.Status.DUPLICATE);
        assertThat(unknown.with(duplicate(1))
                        .with(event(EventStatus.REVISED, 2))
                        .status())
                .isEqualTo(ArticleFate.Status.EVENT);
        assertThat(unknown.with(event(EventStatus.REVISED, 1))
                        .with(deadLetter(2))
                        .status())
                .isEqualTo(ArticleFate.Status.DEAD_LETTER);
    }

    @Test
    void aWithdrawnEventIsADuplicateWhicheverTopicIsReadFirst() {
        ArticleFate withdrawn = ArticleFate.unknown("a").with(event(EventStatus.WITHDRAWN, 2));

        assertThat(withdrawn.status()).isEqualTo(ArticleFate.Status.DUPLICATE);
        assertThat(withdrawn.with(duplicate(2)).status()).isEqualTo(ArticleFate.Status.DUPLICATE);
        assertThat(withdrawn.with(duplicate(1)).status()).isEqualTo(ArticleFate.Status.DUPLICATE);
    }
}
