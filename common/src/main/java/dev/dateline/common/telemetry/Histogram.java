package dev.dateline.common.telemetry;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How many durations fell into each of {@value #BUCKETS} buckets that double in width. Immutable.
 *
 * <p>The rule of the buckets is here only. With the shift {@code s}, bucket {@code i} holds what is less than {@code 2^(i+s)} units and
 * not in a bucket before it; the last holds all the rest. On the wire it is the list of its counts, without the zeros at its end.
 */
public final class Histogram {
    public static final int BUCKETS = 24;

    private final long[] counts;
    private final Scale scale;

    private Histogram(long[] counts, Scale scale) {
        this.counts = counts;
        this.scale = scale;
    }

    /** Durations in microseconds, from 32 µs in the first bucket to 268 s. {@code null} is the same as none. */
    public static Histogram micros(List<Long> counts) {
        return of(counts, Scale.MICROS);
    }

    /** Durations in milliseconds, from 4 ms in the first bucket to 9 hours. {@code null} is the same as none. */
    public static Histogram millis(List<Long> counts) {
        return of(counts, Scale.MILLIS);
    }

    private static Histogram of(List<Long> counts, Scale scale) {
        long[] all = new long[BUCKETS];
        List<Long> given = Objects.requireNonNullElse(counts, List.of());
        for (int i = 0; i < given.size(); i++) {
            // A record of a newer version may have finer buckets at its end: what they hold is more than ours can tell.
            all[Math.min(i, BUCKETS - 1)] += given.get(i);
        }
        return new Histogram(all, scale);
    }

    /** The unit of a histogram and, as a power of two, the width of its first bucket. */
    enum Scale {
        MICROS(TimeUnit.MICROSECONDS, 5),
        MILLIS(TimeUnit.MILLISECONDS, 2);

        private final TimeUnit unit;
        private final int shift;

        Scale(TimeUnit unit, int shift) {
            this.unit = unit;
            this.shift = shift;
        }

        long of(Duration duration) {
            return unit.convert(duration);
        }

        /** The bucket of a duration; one below zero, from a clock that was set back, counts as none. */
        int bucket(long duration) {
            int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, duration));
            return Math.min(Math.max(0, bits - shift), BUCKETS - 1);
        }
    }

    /** What of this is not in an earlier state of the same. A bucket that has less than before counts as empty. */
    public Histogram minus(Histogram earlier) {
        long[] difference = new long[BUCKETS];
        Arrays.setAll(difference, i -> Math.max(0, counts[i] - sameScale(earlier).counts[i]));
        return new Histogram(difference, scale);
    }

    /** Both together. */
    public Histogram plus(Histogram other) {
        long[] sum = new long[BUCKETS];
        Arrays.setAll(sum, i -> counts[i] + sameScale(other).counts[i]);
        return new Histogram(sum, scale);
    }

    private Histogram sameScale(Histogram other) {
        if (other.scale != scale) {
            throw new IllegalArgumentException("microseconds and milliseconds do not mix");
        }
        return other;
    }

    /** How many durations. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /**
     * The duration that a share of all stays below, in this histogram's units, as if those in a bucket lay evenly in it. The true one
     * lies in the same bucket, so this is at most twice as much; beyond the last bucket's nominal end nothing is known.
     *
     * @param share 0.99 for the 99th percentile
     * @return NaN when there are no durations
     */
    public double percentile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
        }
        double wanted = share * count();
        long before = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (counts[i] > 0 && before + counts[i] >= wanted) {
                double lower = i == 0 ? 0 : upper(i - 1);
                return lower + (upper(i) - lower) * (wanted - before) / counts[i];
            }
            before += counts[i];
        }
        return Double.NaN;
    }

    /** Where a bucket nominally ends, in this histogram's units. */
    private double upper(int bucket) {
        return (double) (1L << (bucket + scale.shift));
    }

    /** As on the wire. */
    public List<Long> counts() {
        return onTheWire(counts);
    }

    /** Without the zeros at the end. */
    static List<Long> onTheWire(long[] counts) {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return Arrays.stream(counts, 0, length).boxed().toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram same && scale == same.scale && Arrays.equals(counts, same.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + scale.hashCode();
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
