package dev.dateline.dashboard.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rates from totals sampled about once a second. Changes of the clock and totals that shrink start the measurement again. */
final class Rates {
    /** The windows by the name they have in JSON. */
    private static final Map<String, Duration> WINDOWS = windows();

    /** One more than the seconds of the longest window. */
    private static final int MAX_SAMPLES = 61;
    /** Samples are never exactly a second apart. */
    private static final Duration JITTER = Duration.ofMillis(500);

    private static final double NANOS = 1e9;

    private record Sample(Instant at, Counts totals) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    private static Map<String, Duration> windows() {
        Map<String, Duration> windows = new LinkedHashMap<>();
        windows.put("1s", Duration.ofSeconds(1));
        windows.put("10s", Duration.ofSeconds(10));
        windows.put("60s", Duration.ofSeconds(60));
        return windows;
    }

    void sample(Instant now, Counts totals) {
        if (!samples.isEmpty()) {
            Sample last = samples.getLast();
            if (!now.isAfter(last.at) || totals.raw() < last.totals.raw()) {
                samples.clear();
            }
        }
        samples.addLast(new Sample(now, totals));
        if (samples.size() > MAX_SAMPLES) {
            samples.removeFirst();
        }
    }

    void clear() {
        samples.clear();
    }

    /** The mean over each window, or over the time measured so far; empty until two samples are there. */
    Map<String, Flow> byWindow() {
        Map<String, Flow> flows = new LinkedHashMap<>();
        if (samples.size() > 1) {
            WINDOWS.forEach((name, window) -> flows.put(name, over(window)));
        }
        return flows;
    }

    History history() {
        List<Flow> flows = new ArrayList<>();
        List<Long> inFlight = new ArrayList<>();
        Sample previous = null;
        for (Sample sample : samples) {
            if (previous != null) {
                flows.add(between(previous, sample));
                inFlight.add(sample.totals.inFlight());
            }
            previous = sample;
        }
        return new History(List.copyOf(flows), List.copyOf(inFlight));
    }

    private Flow over(Duration window) {
        Sample newest = samples.getLast();
        Instant from = newest.at.minus(window).plus(JITTER);
        Iterator<Sample> younger = samples.descendingIterator();
        Sample base = younger.next();
        while (younger.hasNext() && base.at.isAfter(from)) {
            base = younger.next();
        }
        return between(base, newest);
    }

    private static Flow between(Sample from, Sample to) {
        return Flow.between(
                from.totals, to.totals, Duration.between(from.at, to.at).toNanos() / NANOS);
    }
}
