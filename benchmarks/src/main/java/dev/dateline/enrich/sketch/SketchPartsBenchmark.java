package dev.dateline.enrich.sketch;

import dev.dateline.benchmarks.SampleText;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each part of a sketch takes for a text of 500 words. It is in the package of the parts because they are nobody else's; what
 * reads from a text includes reading it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SketchPartsBenchmark {
    private static final int TEXTS = 1024;
    private static final long SEED = 1;
    private static final SketchSettings SETTINGS = SketchSettings.DEFAULT;

    private final NormalText normal = new NormalText();
    private final Words words = new Words();
    private final Shingles shingles = new Shingles(SETTINGS.shingleWords());
    private final DistinctHashes distinct = new DistinctHashes();
    private final MinHash minHash = new MinHash(SETTINGS.components());
    private final Lead lead = new Lead();
    private final int[] keys = new int[SETTINGS.bands() + Lead.KEYS];
    private List<String> texts = List.of();
    private long[][] hashes = new long[TEXTS][];
    private int turn;

    /** Keeps the shingles of all texts. */
    @Setup
    public void prepare() {
        texts = new SampleText(SEED).texts(TEXTS);
        for (int i = 0; i < TEXTS; i++) {
            distinct.clear();
            words.begin(texts.get(i));
            shingles.begin();
            while (words.next()) {
                distinct.add(words.hashes(), shingles.roll(words.hashes(), words.size()));
            }
            hashes[i] = Arrays.copyOf(distinct.hashes(), distinct.size());
        }
    }

    /** Whether it is in normal form, which it is. */
    @Benchmark
    public int normalise() {
        normal.set(texts.get(next()));
        return normal.length();
    }

    @Benchmark
    public int normaliseAndTokenise() {
        int count = 0;
        words.begin(texts.get(next()));
        while (words.next()) {
            count += words.size();
        }
        return count;
    }

    @Benchmark
    public int normaliseTokeniseAndShingle() {
        int count = 0;
        words.begin(texts.get(next()));
        shingles.begin();
        while (words.next()) {
            count += shingles.roll(words.hashes(), words.size());
        }
        return count;
    }

    @Benchmark
    public int countDistinct() {
        long[] all = hashes[next()];
        distinct.clear();
        distinct.add(all, all.length);
        return distinct.count();
    }

    @Benchmark
    public byte[] sign() {
        long[] all = hashes[next()];
        minHash.clear();
        minHash.add(all, all.length);
        minHash.fill(all, all.length);
        return minHash.signature();
    }

    /** Of one signature and the beginning of each text. */
    @Benchmark
    public int[] bandKeys() {
        long[] all = hashes[next()];
        lead.clear();
        lead.add(all, all.length);
        minHash.writeBands(keys, SETTINGS.bands(), SETTINGS.rows());
        lead.writeKeys(keys, SETTINGS.bands());
        return keys;
    }

    private int next() {
        turn = (turn + 1) % TEXTS;
        return turn;
    }
}
