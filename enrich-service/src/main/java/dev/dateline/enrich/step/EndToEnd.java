package dev.dateline.enrich.step;

import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.telemetry.HistogramCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long articles take from their receipt to their event, {@code dateline_end_to_end_seconds}. A withdrawal is not counted: it says
 * when another article came. Consumers see an event up to a commit interval later.
 */
public final class EndToEnd {
    private final HistogramCounter counts = HistogramCounter.ofMillis();
    private final Timer timer;

    EndToEnd(MeterRegistry metrics) {
        this.timer = Timer.builder("dateline.end.to.end")
                .description("From the receipt of an article to its event")
                .serviceLevelObjectives(Stream.of(100, 250, 500, 1000, 2500, 5000, 10_000, 60_000, 600_000)
                        .map(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(metrics);
    }

    /** An event is handed to Kafka. */
    public void published(NewsEvent event, Instant now) {
        if (event.status() != EventStatus.WITHDRAWN) {
            // Never below nothing: the article may have been received by a clock ahead of ours.
            Duration took =
                    event.receivedAt().isBefore(now) ? Duration.between(event.receivedAt(), now) : Duration.ZERO;
            counts.count(took);
            timer.record(took);
        }
    }

    /** As in the telemetry record. */
    public List<Long> counts() {
        return counts.counts();
    }
}
