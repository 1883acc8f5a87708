package dev.dateline.benchmarks;

import dev.dateline.dashboard.articles.ArticleFilter;
import dev.dateline.dashboard.articles.ArticlePage;
import dev.dateline.dashboard.articles.Articles;
import dev.dateline.dashboard.articles.PlaceMap;
import dev.dateline.dashboard.articles.TrendKind;
import dev.dateline.dashboard.articles.TrendPage;
import dev.dateline.dashboard.articles.TrendWindow;
import java.time.Duration;
import java.time.InstantSource;
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

/** What the dashboard's pages ask of as many events as it holds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DashboardQueryBenchmark {
    private static final int HELD = 50_000;
    private static final int PAGE = 50;
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private Articles articles;

    @Setup
    public void fill() {
        articles = new Articles(InstantSource.fixed(SampleEvents.START.plus(HALF_A_DAY)), HELD);
        new SampleEvents().over(HALF_A_DAY, HELD, articles::event);
    }

    /** A word that no title has: all events are looked at. */
    @Benchmark
    public ArticlePage listOfNothing() {
        return list("q", "nowhere");
    }

    /** A source with many events. */
    @Benchmark
    public ArticlePage listOfSource() {
        return list("source", "source-1");
    }

    private ArticlePage list(String parameter, String value) {
        return articles.page(ArticleFilter.of(Map.of(parameter, value)), null, PAGE, true);
    }

    /** All events on the map. */
    @Benchmark
    public PlaceMap map() {
        return articles.map(ArticleFilter.of(Map.of()));
    }

    /** What is named more than the day before. */
    @Benchmark
    public TrendPage trendsOfADay() {
        return articles.trends(TrendKind.ENTITIES, TrendWindow.DAY);
    }
}
