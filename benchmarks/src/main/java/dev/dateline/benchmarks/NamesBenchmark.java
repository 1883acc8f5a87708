package dev.dateline.benchmarks;

import dev.dateline.enrich.tag.names.NameTagger;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Mean time per 500 words of simulated articles from the spans of their sentences to their entities, places included: the spans are known
 * beforehand.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NamesBenchmark {
    private static final int ARTICLES = 256;
    private static final int WORDS = 500;
    /** Times 500 words in one invocation. */
    private static final int BLOCKS = 128;

    private final List<Prepared> texts = new ArrayList<>();
    private NameTagger tagger;

    /** Answers with what it found before. */
    private record KnownSpans(IdentityHashMap<Tokens, List<Span>> spans) implements SpanTagger {
        @Override
        public List<Span> tag(Tokens tokens) {
            return spans.get(tokens);
        }
    }

    /** Tags the spans, and takes articles until there are as many words as are counted. */
    @Setup
    public void prepare() {
        SpanTagger trained = new TrainedSpanTagger(NameModel.load());
        IdentityHashMap<Tokens, List<Span>> spans = new IdentityHashMap<>();
        int words = 0;
        List<Prepared> all = BenchArticles.articles(ARTICLES, 1, Instant.parse("2026-04-14T09:00:00Z")).stream()
                .map(raw -> Prepared.of(raw.title(), raw.bodyText(), "en"))
                .toList();
        for (int i = 0; words < WORDS * BLOCKS; i++) {
            Prepared text = all.get(i % ARTICLES);
            spans.computeIfAbsent(text.title(), trained::tag);
            spans.computeIfAbsent(text.body(), trained::tag);
            texts.add(text);
            words += text.body().words();
        }
        Gazetteer gazetteer = Gazetteer.load(Set.of("en"));
        tagger = new NameTagger(new KnownSpans(spans), gazetteer, PlaceResolver.load(gazetteer));
    }

    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void entities(Blackhole hole) {
        for (Prepared text : texts) {
            hole.consume(tagger.tag(text, PlaceHints.NONE));
        }
    }
}
