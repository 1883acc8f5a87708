package dev.dateline.benchmarks;

import dev.dateline.enrich.tag.TagArticle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a JVM takes to load all models and tables of the tag step, and how much of its heap they keep. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class TaggersLoadBenchmark {
    private static final int KIB = 1 << 10;

    /** What is left after garbage collection, less what was there before. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        /** Shown beside the time; in KiB, added up over the forks. */
        public long heapKib;

        private long before;
        private TagArticle loaded;

        @Setup(Level.Iteration)
        public void look() {
            before = used();
        }

        @TearDown(Level.Iteration)
        public void lookAgain() {
            heapKib = (used() - before) / KIB;
            if (loaded == null) {
                throw new IllegalStateException("nothing was loaded");
            }
        }

        private static long used() {
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }

    @Benchmark
    public TagArticle load(Heap heap) {
        TagArticle tag = new TagArticle();
        tag.warmUp();
        heap.loaded = tag;
        return tag;
    }
}
