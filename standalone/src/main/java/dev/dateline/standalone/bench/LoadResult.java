package dev.dateline.standalone.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client saw.
 *
 * @param statuses answers by HTTP status
 * @param clientCpuNanos CPU time of the client's thread
 * @param sortedNanos time of each answer, from the first byte sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LoadResult(Map<Integer, Integer> statuses, double seconds, long clientCpuNanos, long[] sortedNanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    int answers() {
        return sortedNanos.length;
    }

    double percentileMs(int percent) {
        return LatencyRun.percentile(sortedNanos, percent) / NANOS_PER_MILLI;
    }

    /** Notes it while it happens; belongs to the client's thread. */
    static final class Meter {
        private static final double NANOS = 1e9;

        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private long[] nanos = new long[1 << 16];
        private int count;
        private long startedNanos;
        private long startedCpu;
        private double seconds;
        private long cpu;

        void start() {
            startedNanos = System.nanoTime();
            startedCpu = CpuTime.ofThread();
        }

        void answered(int status, long tookNanos) {
            statuses.merge(status, 1, Integer::sum);
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = tookNanos;
        }

        void stop() {
            seconds = (System.nanoTime() - startedNanos) / NANOS;
            cpu = CpuTime.ofThread() - startedCpu;
        }

        LoadResult result() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new LoadResult(statuses, seconds, cpu, sorted);
        }
    }
}
