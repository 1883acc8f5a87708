package dev.dateline.common.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Counts durations by the buckets of {@link Histogram}; any thread may count. */
public final class HistogramCounter {
    private final Histogram.Scale scale;
    private final AtomicLongArray counts = new AtomicLongArray(Histogram.BUCKETS);

    private HistogramCounter(Histogram.Scale scale) {
        this.scale = scale;
    }

    /** For durations of work: read by {@link Histogram#micros}. */
    public static HistogramCounter ofMicros() {
        return new HistogramCounter(Histogram.Scale.MICROS);
    }

    /** For latencies of the whole pipeline: read by {@link Histogram#millis}. */
    public static HistogramCounter ofMillis() {
        return new HistogramCounter(Histogram.Scale.MILLIS);
    }

    /** One more duration; one below zero counts as none. */
    public void count(Duration duration) {
        count(scale.of(duration));
    }

    /** The same in the unit of the scale. */
    void count(long duration) {
        counts.incrementAndGet(scale.bucket(duration));
    }

    /** What was counted so far, as on the wire. */
    public List<Long> counts() {
        return Histogram.onTheWire(
                IntStream.range(0, Histogram.BUCKETS).mapToLong(counts::get).toArray());
    }
}
