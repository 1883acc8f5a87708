package dev.dateline.enrich.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.streams.KafkaStreams;

/** Counts the rebalances that this instance takes part in; the first comes with its start. */
final class Rebalances implements KafkaStreams.StateListener {
    private final InstantSource clock;
    private long count;
    private Instant lastAt;

    Rebalances(InstantSource clock, MeterRegistry metrics) {
        this.clock = clock;
        FunctionCounter.builder("dateline.enrich.rebalances", this, Rebalances::count)
                .description("Rebalances that this instance took part in, the first with its start")
                .register(metrics);
    }

    @Override
    public synchronized void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.REBALANCING) {
            count++;
            lastAt = clock.instant();
        }
    }

    synchronized long count() {
        return count;
    }

    /** Null before the first. */
    synchronized Instant lastAt() {
        return lastAt;
    }
}
