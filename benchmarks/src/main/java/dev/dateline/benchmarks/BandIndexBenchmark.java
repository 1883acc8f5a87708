package dev.dateline.benchmarks;

import dev.dateline.enrich.near.BandCounts;
import dev.dateline.enrich.near.BandIndex;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbours;
import dev.dateline.enrich.near.PackedId;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.sketch.Sketch;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles per second and thread that an index of one partition answers and takes, while as many leave it as come: nine of ten are
 * originals, the tenth shares half of its bands with one before it. The memory for an article is printed at the end. What it takes to make
 * up an article is included, and is measured by itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class BandIndexBenchmark {
    private static final Instant START = Instant.parse("2026-04-14T09:00:00Z");
    private static final int COMPONENTS = 128;
    private static final int BANDS = 64;
    private static final int ROWS = 2;
    private static final int NUMBERS = 10;
    private static final int SHINGLES = 450;
    private static final int COPIES = 10;

    /** Articles in the index. */
    @Param({"100000", "1000000"})
    public int articles;

    private final BandIndex index = new BandIndex(CopyRule.DEFAULT);
    private final SplittableRandom random = new SplittableRandom(1);
    private Sketch last = sketch();
    private int next;

    /** Fills the index. */
    @Setup
    public void fill() {
        for (int i = 0; i < articles; i++) {
            index.put(article(), next);
        }
    }

    /** Prints what an article takes. */
    @TearDown
    public void printMemory() {
        BandCounts counts = index.counts();
        System.out.printf(
                "%n%,d articles, %,d buckets, %,d bytes each%n",
                counts.articles(), counts.buckets(), counts.bytes() / counts.articles());
    }

    @Benchmark
    public Neighbours askAndPut() {
        Member member = article();
        Neighbours neighbours = index.near(member);
        index.put(member, next);
        index.remove(index.oldest(Long.MAX_VALUE));
        return neighbours;
    }

    @Benchmark
    public Neighbours ask() {
        return index.near(article());
    }

    @Benchmark
    public Member makeUpAnArticle() {
        return article();
    }

    private Member article() {
        next++;
        last = next % COPIES == 0 ? copy(last) : sketch();
        String id = new PackedId(random.nextLong(), random.nextLong()).articleId();
        Instant publishedAt = START.plusSeconds(next);
        return new Member(new Place(publishedAt, publishedAt, id), 1, 0, last);
    }

    private Sketch copy(Sketch original) {
        Sketch copy = sketch();
        System.arraycopy(original.signature(), 0, copy.signature(), 0, COMPONENTS / ROWS);
        System.arraycopy(original.bands(), 0, copy.bands(), 0, BANDS / ROWS);
        return copy;
    }

    private Sketch sketch() {
        byte[] signature = new byte[COMPONENTS];
        random.nextBytes(signature);
        int[] numbers = random.ints(NUMBERS, 0, Integer.MAX_VALUE).toArray();
        Arrays.sort(numbers);
        return new Sketch(SHINGLES, signature, random.ints(BANDS).toArray(), numbers);
    }
}
