package dev.dateline.benchmarks;

import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Tokens;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tokens per second of the sequence tagger of names, and of the tokens themselves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SpanBenchmark {
    private static final int TOKENS = 500;
    private static final int ARTICLES = 1024;
    private static final long SEED = 1;
    private static final Instant RECEIVED = Instant.parse("2026-04-14T09:00:00Z");

    private final SpanTagger tagger = new TrainedSpanTagger(NameModel.load());
    private List<Tokens> tokens = List.of();
    private int next;

    /** Simulated articles, each brought to the same number of tokens. */
    @Setup
    public void prepare() {
        tokens = BenchArticles.articles(ARTICLES, SEED, RECEIVED).stream()
                .map(article -> article.bodyText() == null ? article.title() : article.bodyText())
                .map(SpanBenchmark::filled)
                .toList();
    }

    private static Tokens filled(String text) {
        Tokens once = Tokens.of(text);
        Tokens repeated = Tokens.of((text + "\n\n").repeat(TOKENS / Math.max(1, once.size()) + 1));
        return Tokens.of(repeated.text().substring(0, repeated.end(TOKENS - 1)));
    }

    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public List<Span> tag() {
        next = (next + 1) % tokens.size();
        return tagger.tag(tokens.get(next));
    }

    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public Tokens tokenise() {
        next = (next + 1) % tokens.size();
        return Tokens.of(tokens.get(next).text());
    }
}
