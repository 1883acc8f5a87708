package dev.dateline.standalone.bench;

import java.util.Arrays;

/** What clients of live streams saw. One thread notes, another one asks. */
final class StreamTally {
    private long[] latencies = new long[1 << 12];
    private int events;
    private long states;
    private long gaps;
    private long skipped;
    private long unannounced;
    private long bytes;

    synchronized void event(long millisOld) {
        if (events == latencies.length) {
            latencies = Arrays.copyOf(latencies, events * 2);
        }
        latencies[events++] = millisOld;
    }

    synchronized void state() {
        states++;
    }

    synchronized void gap(long count) {
        gaps++;
        skipped += count;
    }

    synchronized void unannounced(long count) {
        unannounced += count;
    }

    synchronized void read(int count) {
        bytes += count;
    }

    synchronized DashboardReport.Streams report(int clients, double seconds) {
        long[] sorted = Arrays.copyOf(latencies, events);
        Arrays.sort(sorted);
        return new DashboardReport.Streams(
                clients,
                events,
                states,
                gaps,
                skipped,
                unannounced,
                clients == 0 ? 0 : bytes / seconds / clients,
                percentile(sorted, 50),
                percentile(sorted, 99),
                percentile(sorted, 100));
    }

    private static Double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? null : (double) LatencyRun.percentile(sorted, percent);
    }
}
