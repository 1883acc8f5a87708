package dev.dateline.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {
    private static final int COMPONENTS = 128;
    private static final int TRIALS = 400;

    /** Sets far smaller, about as large and far larger than the signature: the mean is unbiased, the spread that of independent draws. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0",
        "3, 2, 1",
        "20, 10, 0",
        "20, 5, 20",
        "60, 40, 200",
        "100, 100, 100",
        "400, 50, 50",
        "0, 90, 90",
        "3000, 500, 0"
    })
    void estimatesJaccardSimilarity(int common, int onlyA, int onlyB) {
        SplittableRandom random = new SplittableRandom(common + 31L * onlyA);
        double expected = (double) common / (common + onlyA + onlyB);
        double sum = 0;
        double squares = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            long[] shared = hashes(random, common);
            double error = equal(sign(shared, hashes(random, onlyA)), sign(shared, hashes(random, onlyB)))
                    - (expected + (1 - expected) / 256);
            sum += error;
            squares += error * error;
        }
        double binomial = Math.sqrt(expected * (1 - expected) / COMPONENTS + 1.0 / (256 * COMPONENTS));

        assertThat(sum / TRIALS).isCloseTo(0, within(4 * binomial / Math.sqrt(TRIALS) + 1e-3));
        assertThat(Math.sqrt(squares / TRIALS)).isLessThan(1.25 * binomial + 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7", "50", "127", "128", "1000"})
    void doesNotDependOnOrderOrRepetition(int size) {
        long[] hashes = hashes(new SplittableRandom(size), size);
        long[] reversed = new long[size];
        for (int i = 0; i < size; i++) {
            reversed[i] = hashes[size - 1 - i];
        }
        assertThat(sign(reversed, hashes)).isEqualTo(sign(hashes, new long[0]));
    }

    private static double equal(byte[] a, byte[] b) {
        int equal = 0;
        for (int i = 0; i < a.length; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        return (double) equal / a.length;
    }

    private static byte[] sign(long[] some, long[] more) {
        long[] all = LongStream.concat(LongStream.of(some), LongStream.of(more)).toArray();
        MinHash minHash = new MinHash(COMPONENTS);
        minHash.add(all, all.length);
        minHash.fill(all, all.length);
        return minHash.signature();
    }

    private static long[] hashes(SplittableRandom random, int count) {
        return random.longs(count).toArray();
    }
}
