package dev.dateline.benchmarks;

import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.common.model.JvmState;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.dashboard.articles.Articles;
import dev.dateline.dashboard.deadletters.LetterIndex;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.RecordPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/** What the dashboard keeps in memory when each of its parts is full, and how long filling it takes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class DashboardMemoryBenchmark {
    private static final int HELD = 50_000;
    private static final int SOURCES = 10_000;
    private static final int STEPS = 12;
    private static final Instant END = SampleEvents.START.plus(Duration.ofHours(12));
    private static final InstantSource CLOCK = InstantSource.fixed(END);

    /** What is left after garbage collection, less what was there before. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        /** Shown beside the time. */
        public long heapKib;

        private long before;
        private Object filled;

        @Setup(Level.Iteration)
        public void look() {
            before = used();
        }

        @TearDown(Level.Iteration)
        public void lookAgain() {
            heapKib = (used() - before) >> 10;
            if (filled == null) {
                throw new IllegalStateException("nothing was filled");
            }
        }

        Object fill(Object part) {
            filled = part;
            return part;
        }

        private static long used() {
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            System.gc();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }

    /** Events for the list, the map and the trends: as many as are held. */
    @Benchmark
    public Object articles(Heap heap) {
        return heap.fill(articles(HELD));
    }

    /** The same after four times as many: what goes takes its names with it. */
    @Benchmark
    public Object articlesAfterMore(Heap heap) {
        return heap.fill(articles(4 * HELD));
    }

    private static Articles articles(int count) {
        Articles articles = new Articles(CLOCK, HELD);
        new SampleEvents().over(Duration.ofHours(12), count, articles::event);
        return articles;
    }

    /** Copies, as the pages of their originals list them. */
    @Benchmark
    public Object copies(Heap heap) {
        Articles articles = new Articles(CLOCK, HELD);
        for (int i = 0; i < 2 * HELD; i++) {
            articles.duplicate(
                    0,
                    i,
                    DuplicateBuilder.builder()
                            .articleId(String.format("%026d", i))
                            .revision(1)
                            .originalId(String.format("%026d", i % (HELD / 5)))
                            .kind(DuplicateKind.NEAR)
                            .similarity(0.9)
                            .reason(DuplicateReason.NEW)
                            .version(1)
                            .sourceId("source-" + i % 500)
                            .title("Harbour council votes to rebuild the old ferry pier, again " + i)
                            .url("https://gazette.example/world/2026/11/23/harbour-council-votes-" + i)
                            .publishedAt(SampleEvents.START.plusMillis(i))
                            .build());
        }
        return heap.fill(articles);
    }

    /** What became of each of the last articles. */
    @Benchmark
    public Object fates(Heap heap) {
        DashboardView view = new DashboardView(CLOCK, new DashboardView.Bounds(SOURCES, HELD));
        new SampleEvents()
                .over(
                        Duration.ofHours(12),
                        2 * HELD,
                        (partition, offset, at, event) ->
                                view.event(new RecordPosition("news.events.v1", partition, offset, at), event));
        return heap.fill(view);
    }

    /** Every second of an hour and every minute of a day, of as many steps as there are in all services. */
    @Benchmark
    public Object series(Heap heap) {
        Series series = new Series(CLOCK, SOURCES);
        for (Instant at = END.minus(Duration.ofHours(24)); !at.isAfter(END); at = at.plusSeconds(1)) {
            long count = Duration.between(END.minus(Duration.ofHours(24)), at).toSeconds() * 50;
            List<Long> took = Collections.nCopies(8, count / 8);
            List<StepCounts> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                steps.add(new StepCounts("step-" + step, count, count, 0, 0, 0, 0, took));
            }
            series.telemetry(TelemetryBuilder.builder()
                    .instanceId("host-1")
                    .service("enrich")
                    .at(at)
                    .startedAt(SampleEvents.START)
                    .status("up")
                    .steps(steps)
                    .endToEnd(took)
                    .jvm(new JvmState(count, 1, 2L, 0, 9))
                    .build());
        }
        return heap.fill(series);
    }

    /** Dead letters as they are listed; their bytes stay on the topic. */
    @Benchmark
    public Object letters(Heap heap) {
        LetterIndex letters = new LetterIndex("news.dead-letters.v1");
        for (int i = 0; i < 2 * HELD; i++) {
            letters.take(
                    0,
                    i,
                    SampleEvents.START.plusMillis(i),
                    DeadLetterBuilder.builder()
                            .originTopic("news.raw.v1")
                            .originOffset(i)
                            .sourceId("source-" + i % 500)
                            .articleId("article-" + i)
                            .step("extract-article")
                            .reason("NO_TEXT")
                            .message("body_text holds no words beside those of the page around article " + i)
                            .attempts(1)
                            .build());
        }
        return heap.fill(letters);
    }
}
