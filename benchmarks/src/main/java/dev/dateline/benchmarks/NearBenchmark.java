package dev.dateline.benchmarks;

import dev.dateline.enrich.near.BandIndex;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbours;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.sketch.Sketch;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
import java.time.Duration;
import java.time.Instant;
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
 * Articles of 500 words per second of one thread: from text to sketch, and from text to verdict in an index that holds the last
 * {@value #KEPT} articles. A text returns only after it was forgotten.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NearBenchmark {
    private static final int TEXTS = 20_000;
    private static final int KEPT = 10_000;
    private static final long SEED = 1;
    private static final Instant START = Instant.parse("2026-04-14T00:00:00Z");
    private static final String TITLE = "A headline of six or seven words";

    private final Sketcher sketcher = new Sketcher(SketchSettings.DEFAULT);
    private final BandIndex index = new BandIndex(CopyRule.DEFAULT);
    private List<String> texts = List.of();
    private Sketch[] sketches = new Sketch[TEXTS];
    private int turn;

    /** Sketches all texts and fills the index. */
    @Setup
    public void prepare() {
        texts = new SampleText(SEED).texts(TEXTS);
        for (int i = 0; i < TEXTS; i++) {
            sketches[i] = sketcher.sketch(TITLE, texts.get(i));
        }
        for (int i = 0; i < KEPT; i++) {
            index.put(member(i, sketches[i]));
        }
        turn = KEPT;
    }

    /** Text to sketch. */
    @Benchmark
    public Sketch sketch() {
        return sketcher.sketch(TITLE, texts.get(next() % TEXTS));
    }

    /** Two sketches to the estimate and its judgement. */
    @Benchmark
    public Object compare() {
        int i = next() % (TEXTS - 1);
        return CopyRule.DEFAULT.compare(sketches[i], sketches[i + 1], Duration.ofHours(13));
    }

    /** Sketch to verdict: whom it is near to, and into the index. */
    @Benchmark
    public Neighbours index() {
        int i = next();
        return place(i, sketches[i % TEXTS]);
    }

    /** Text to verdict: all of it without Kafka. */
    @Benchmark
    public Neighbours verdict() {
        int i = next();
        return place(i, sketcher.sketch(TITLE, texts.get(i % TEXTS)));
    }

    private Neighbours place(int i, Sketch sketch) {
        Member member = member(i, sketch);
        Neighbours neighbours = index.near(member);
        index.put(member);
        index.remove(id(i - KEPT));
        return neighbours;
    }

    private int next() {
        return turn++;
    }

    private static Member member(int number, Sketch sketch) {
        Instant published = START.plusMillis(60L * number);
        return new Member(new Place(published, published, id(number)), 1, 0, sketch);
    }

    private static String id(int number) {
        return "article-" + number;
    }
}
