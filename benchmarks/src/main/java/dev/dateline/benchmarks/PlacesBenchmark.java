package dev.dateline.benchmarks;

import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceMention;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.places.PlacesOfArticle;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** What finding and resolving the places of an article takes, without cutting it into words. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlacesBenchmark {
    private static final int ARTICLES = 128;
    private static final long SEED = 1;
    private static final Instant RECEIVED = Instant.parse("2026-04-14T09:00:00Z");

    private final PlaceResolver resolver = PlaceResolver.load(Gazetteer.load(Set.of("en")));
    private final List<Prepared> texts = new ArrayList<>();
    private final List<List<PlaceMention>> mentions = new ArrayList<>();
    private int next;

    /** Simulated articles and their places. */
    @Setup
    public void prepare() {
        for (RawArticle article : BenchArticles.articles(ARTICLES, SEED, RECEIVED)) {
            Prepared text = Prepared.of(article.title(), article.bodyText(), "en");
            texts.add(text);
            mentions.add(resolver.find(text));
        }
    }

    @Benchmark
    public List<PlaceMention> find() {
        next = (next + 1) % ARTICLES;
        return resolver.find(texts.get(next));
    }

    @Benchmark
    public PlacesOfArticle resolve() {
        next = (next + 1) % ARTICLES;
        return resolver.resolve(texts.get(next), mentions.get(next), PlaceHints.NONE);
    }
}
