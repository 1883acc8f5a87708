package dev.dateline.benchmarks;

import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.publish.Tagged;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Mean time of each pure step for one simulated article, all of them in turn, so that no branch learns a single text by heart. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
    private static final int ARTICLES = 1024;
    private static final long SEED = 1;
    private static final RawPlace RAW = new RawPlace(0, 0);
    private static final Instant RECEIVED = Instant.parse("2026-04-14T09:00:00Z");

    private final Pipeline pipeline = Pipeline.standard();
    private final List<byte[]> records = new ArrayList<>();
    private final List<RawArticle> decoded = new ArrayList<>();
    private final List<Article> extracted = new ArrayList<>();
    private final List<Traced<Tagged>> tagged = new ArrayList<>();
    private final List<NewsEvent> events = new ArrayList<>();
    private int next;

    /** Runs the steps once, so that each has the inputs it would have. */
    @Setup
    public void prepare() {
        for (RawArticle raw : BenchArticles.articles(ARTICLES, SEED, RECEIVED)) {
            records.add(Json.bytes(raw));
            decoded.add(raw);
            Article article = value(pipeline.extract().apply(raw));
            extracted.add(article);
            Traced<Tagged> input = traced(
                    new Tagged(new Original(article, 1, 0), value(pipeline.tag().apply(article))));
            tagged.add(input);
            events.add(value(pipeline.compose().compose(input)));
        }
    }

    @Benchmark
    public Outcome<RawArticle> decode() {
        return pipeline.decode().decode(records.get(turn()), RECEIVED);
    }

    @Benchmark
    public Outcome<Article> extract() {
        return pipeline.extract().apply(decoded.get(turn()));
    }

    @Benchmark
    public Outcome<Sketched> sketch() {
        return pipeline.sketch().apply(extracted.get(turn()));
    }

    /** Mostly the two hashes of the text. */
    @Benchmark
    public Identified identify() {
        return pipeline.identify().identify(null, extracted.get(turn()), RAW);
    }

    @Benchmark
    public Outcome<Tags> tag() {
        return pipeline.tag().apply(extracted.get(turn()));
    }

    @Benchmark
    public Outcome<NewsEvent> compose() {
        return pipeline.compose().compose(tagged.get(turn()));
    }

    @Benchmark
    public byte[] writeJson() {
        return Json.bytes(events.get(turn()));
    }

    private int turn() {
        next = (next + 1) % ARTICLES;
        return next;
    }

    private static Traced<Tagged> traced(Tagged tagged) {
        Article article = tagged.original().article();
        Origin origin = new Origin(
                "bench", 0, 0, RECEIVED, article.articleId(), null, article.sourceId(), article.articleId(), 1, 0);
        return new Traced<>(origin, Outcome.done(tagged), "tag-article", Map.of());
    }

    private static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("a simulated article was refused: " + outcome);
    }
}
