package dev.dateline.benchmarks;

import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.topics.TopicBook;
import dev.dateline.enrich.tag.topics.TopicTagger;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.ArrayList;
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

/** Mean time to find the topics of one simulated article, and to make its tokens and find them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TopicsBenchmark {
    private static final int ARTICLES = 1024;
    private static final long SEED = 1;
    private static final Instant RECEIVED = Instant.parse("2026-04-14T09:00:00Z");

    private final TopicTagger tagger = new TopicTagger(TopicBook.shipped());
    private final List<RawArticle> articles = new ArrayList<>();
    private final List<Prepared> prepared = new ArrayList<>();
    private int next;

    /** Cuts the articles into tokens, as the tag step does before any tagger runs. */
    @Setup
    public void prepare() {
        for (RawArticle raw : BenchArticles.articles(ARTICLES, SEED, RECEIVED)) {
            articles.add(raw);
            prepared.add(prepared(raw));
        }
    }

    @Benchmark
    public List<MediaTopic> topics() {
        return tagger.tag(prepared.get(turn()));
    }

    @Benchmark
    public List<MediaTopic> tokensAndTopics() {
        return tagger.tag(prepared(articles.get(turn())));
    }

    private static Prepared prepared(RawArticle raw) {
        String body = raw.bodyText() == null ? raw.bodyHtml() : raw.bodyText();
        return Prepared.of(raw.title(), body, "en");
    }

    private int turn() {
        next = (next + 1) % ARTICLES;
        return next;
    }
}
