package dev.dateline.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aSecondsRequestsMayComeAtOnceThenOneByOne() {
        RequestRate rate = new RequestRate(4, NOON);

        for (int i = 0; i < 4; i++) {
            assertThat(rate.take(NOON)).isZero();
        }

        assertThat(rate.take(NOON)).isEqualTo(Duration.ofMillis(250));
        assertThat(rate.take(NOON.plusMillis(249))).isEqualTo(Duration.ofMillis(1));
        assertThat(rate.take(NOON.plusMillis(250))).isZero();
        assertThat(rate.state(NOON.plusSeconds(60)).left()).isEqualTo(4);
    }

    @Test
    void aClockThatGoesBackFillsNothingAndTakesNothing() {
        RequestRate rate = new RequestRate(1, NOON);
        assertThat(rate.take(NOON)).isZero();

        assertThat(rate.take(NOON.minusSeconds(10))).isPositive();
        assertThat(rate.take(NOON.minusSeconds(9))).isZero();
    }

    @Test
    void aDaysArticlesAreRenewedAtMidnight() {
        DailyQuota quota = new DailyQuota(2);
        assertThat(quota.take(NOON)).isTrue();
        assertThat(quota.take(NOON)).isTrue();

        assertThat(quota.take(NOON.plusSeconds(1))).isFalse();
        assertThat(quota.state(NOON)).isEqualTo(new Limit("quota", 2, Duration.ofDays(1), 0, Duration.ofHours(12)));
        assertThat(quota.take(NOON.plus(Duration.ofHours(12)))).isTrue();
    }
}
