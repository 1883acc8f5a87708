package dev.dateline.benchmarks;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

/** Whole pages per second of one thread, through the extract step, beside what jsoup alone takes to parse them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PageBenchmark {
    private static final int PAGES = 128;
    private static final long SEED = 1;
    private static final Instant RECEIVED = Instant.parse("2026-04-14T09:00:00Z");

    private final Pipeline pipeline = Pipeline.standard();
    private final List<RawArticle> pages = new ArrayList<>();
    private int next;

    /** Puts simulated articles into pages. */
    @Setup
    public void prepare() {
        for (RawArticle article : BenchArticles.articles(PAGES, SEED, RECEIVED)) {
            pages.add(SamplePage.of(article, pages.size()));
        }
    }

    @Benchmark
    public Outcome<Article> extract() {
        return pipeline.extract().apply(turn());
    }

    /** The part of it that is jsoup's. */
    @Benchmark
    public Document parse() {
        return Jsoup.parse(turn().pageHtml());
    }

    private RawArticle turn() {
        next = (next + 1) % PAGES;
        return pages.get(next);
    }
}
