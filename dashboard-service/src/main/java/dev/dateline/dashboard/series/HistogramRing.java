package dev.dateline.dashboard.series;

import dev.dateline.common.telemetry.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How long things took in each step of the last while. Counts add up, so that a minute's percentile is that of all in it. */
final class HistogramRing {
    private final Slots slots;
    /** Made when first used: most steps of a quiet pipeline hold nothing. */
    private final int[][] counts;

    HistogramRing(int count, int width) {
        this.slots = new Slots(count, width);
        this.counts = new int[count][];
    }

    /**
     * Durations of one second.
     *
     * @param more counts by bucket, as on the wire
     */
    void add(long epochSecond, List<Long> more) {
        if (more.isEmpty()) {
            return;
        }
        int slot = slots.forWriting(epochSecond, emptied -> counts[emptied] = null);
        if (slot < 0) {
            return;
        }
        if (counts[slot] == null) {
            counts[slot] = new int[Histogram.BUCKETS];
        }
        for (int bucket = 0; bucket < more.size(); bucket++) {
            counts[slot][bucket] += (int) Math.min(more.get(bucket), Integer.MAX_VALUE - counts[slot][bucket]);
        }
    }

    /**
     * The durations of the step that a second lies in.
     *
     * @param unit reads counts
     * @return what has no durations when nothing is known of it
     */
    Histogram at(long epochSecond, Function<List<Long>, Histogram> unit) {
        int slot = slots.forReading(epochSecond);
        return unit.apply(
                slot < 0 || counts[slot] == null
                        ? List.of()
                        : IntStream.range(0, Histogram.BUCKETS)
                                .mapToObj(bucket -> (long) counts[slot][bucket])
                                .toList());
    }

    /** The sum over several seconds. */
    Histogram over(long fromSecond, long toSecond, Function<List<Long>, Histogram> unit) {
        long[] sum = new long[Histogram.BUCKETS];
        for (long second = fromSecond; second <= toSecond; second++) {
            int slot = slots.forReading(second);
            if (slot >= 0 && counts[slot] != null) {
                int[] found = counts[slot];
                Arrays.setAll(sum, bucket -> sum[bucket] + found[bucket]);
            }
        }
        return unit.apply(Arrays.stream(sum).boxed().toList());
    }
}
