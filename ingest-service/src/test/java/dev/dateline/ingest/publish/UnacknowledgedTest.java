package dev.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnacknowledgedTest {
    private static final Delivery.Written WRITTEN = new Delivery.Written("news.raw.v1", 0, 7);
    private static final Delivery UNCONFIRMED = Delivery.refused(Delivery.Cause.UNCONFIRMED);

    private final Unacknowledged unacknowledged = new Unacknowledged(Duration.ofMillis(1500), 0);

    @Test
    void silenceIsAnsweredOnceItHasLasted() {
        assertThat(look(1000)).isZero();
        Unacknowledged.Wait article = unacknowledged.enter();

        assertThat(look(2400)).isZero();
        assertThat(article.delivery()).isNotDone();
        assertThat(look(2500)).isEqualTo(1);
        assertThat(article.delivery()).isCompletedWithValue(UNCONFIRMED);
        assertThat(unacknowledged.isSilent()).isTrue();
        assertThat(look(2600)).as("each is answered once").isZero();
    }

    @Test
    void anAcknowledgementOfAnyArticleIsNoSilence() {
        Unacknowledged.Wait slow = unacknowledged.enter();
        for (int millis = 100; millis <= 10_000; millis += 100) {
            unacknowledged.written(unacknowledged.enter(), WRITTEN);
            assertThat(look(millis)).isZero();
        }

        assertThat(slow.delivery()).isNotDone();
        assertThat(unacknowledged.isSilent()).isFalse();
    }

    @Test
    void aLateAcknowledgementEndsTheSilenceAndChangesNoAnswer() {
        Unacknowledged.Wait article = unacknowledged.enter();
        look(1500);

        unacknowledged.written(article, WRITTEN);

        assertThat(unacknowledged.isSilent()).isFalse();
        assertThat(article.delivery()).isCompletedWithValue(UNCONFIRMED);
    }

    @Test
    void theEndOfTheLastTryEndsTheSilence() {
        Unacknowledged.Wait article = unacknowledged.enter();
        look(1500);
        unacknowledged.refused(article, UNCONFIRMED);
        assertThat(unacknowledged.isSilent()).isTrue();

        look(1600);

        assertThat(unacknowledged.isSilent()).isFalse();
    }

    private int look(int millis) {
        return unacknowledged.look(Duration.ofMillis(millis).toNanos());
    }
}
