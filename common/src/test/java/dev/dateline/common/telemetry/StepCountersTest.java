package dev.dateline.common.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dateline.common.model.StepCounts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepCountersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StepCounters counters = new StepCounters(registry);

    @Test
    void whatIsCountedIsToldBothWays() {
        StepCounter step = counters.of("tag-article");
        step.given(7);
        step.made(3);
        step.duplicates(2);
        step.rejected(1);
        step.failed(1);
        step.took(40_000);
        step.took(2_000_000);

        StepCounts counts = counters.counts().get(0);

        assertThat(counts.step()).isEqualTo("tag-article");
        assertThat(counts.in())
                .isEqualTo(counts.out() + counts.duplicates() + counts.rejected() + counts.errors())
                .isEqualTo(7);
        assertThat(counts.busyUs()).isEqualTo(2040);
        assertThat(counts.took()).containsExactly(0L, 1L, 0L, 0L, 0L, 0L, 1L);
        assertThat(metric("duplicate")).isEqualTo(2);
        assertThat(metric("error")).isEqualTo(1);
    }

    private double metric(String result) {
        return registry.get("dateline.step.records")
                .tag("step", "tag-article")
                .tag("result", result)
                .functionCounter()
                .count();
    }

    @Test
    void whatThrowsIsAnErrorAndStillTakesTime() {
        StepCounter step = counters.of("decide-article");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.measure(() -> {
                    throw new IllegalArgumentException("no");
                }));

        assertThat(step.counts().errors()).isEqualTo(1);
        assertThat(step.counts().in()).isEqualTo(1);
        assertThat(Histogram.micros(step.counts().took()).count()).isEqualTo(1);
    }

    @Test
    void stepsAreBounded() {
        IntStream.range(0, StepCounters.MAX_STEPS).forEach(i -> counters.of("step-" + i));

        assertThat(counters.of("step-0")).isSameAs(counters.of("step-0"));
        assertThatIllegalStateException().isThrownBy(() -> counters.of("one-more"));
    }

    @Test
    void theLastErrorNamesItsPlaceAndQuotesNoRecord() {
        LastErrors errors = new LastErrors(InstantSource.fixed(Instant.EPOCH));
        assertThat(errors.last()).isEmpty();

        errors.inStep("tag-article", new IllegalStateException("the article's own words"));
        assertThat(errors.last().orElseThrow().message()).isEqualTo("IllegalStateException");

        errors.inThread("enrich-1", new RuntimeException(new IllegalStateException("x".repeat(9000))));
        assertThat(errors.last().orElseThrow().thread()).isEqualTo("enrich-1");
        assertThat(errors.last().orElseThrow().message())
                .startsWith("IllegalStateException: xxx")
                .hasSize(500);
    }
}
