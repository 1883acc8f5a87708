package dev.dateline.benchmarks;

import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.Tone;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.TagArticle;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.tag.keywords.KeywordTagger;
import dev.dateline.enrich.tag.language.LanguageModel;
import dev.dateline.enrich.tag.language.LanguageTable;
import dev.dateline.enrich.tag.language.LanguageTagger;
import dev.dateline.enrich.tag.names.NameTagger;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceMention;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.reading.Summary;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.tone.ToneTagger;
import dev.dateline.enrich.tag.topics.TopicBook;
import dev.dateline.enrich.tag.topics.TopicTagger;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Mean time of each tagger for one article of 500 words, and of the whole tag step. Words are folded and stemmed for whoever asks first:
 * all but {@code language} begin with a text that is just cut into tokens, so each has that in its figure ({@code prepare} too), and the
 * whole is less than their sum.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaggersBenchmark {
    private static final int ARTICLES = 64;

    private final List<Article> articles = SampleArticles.of(ARTICLES);
    private final LanguageTagger languages = new LanguageTagger(LanguageModel.load(), LanguageTable.load(), Set.of());
    private final KeywordTagger keywords = new KeywordTagger();
    private final ToneTagger tones = new ToneTagger();
    private final TopicTagger topics = new TopicTagger(TopicBook.shipped());
    private final SpanTagger spans = new TrainedSpanTagger(NameModel.load());
    private final Gazetteer gazetteer = Gazetteer.load(Set.of("en"));
    private final PlaceResolver places = PlaceResolver.load(gazetteer);
    private final NameTagger names = new NameTagger(spans, gazetteer, places);
    private final TagArticle whole = new TagArticle();
    private int next;

    @Benchmark
    public LanguageTagger.Guess language() {
        Article article = turn();
        return languages.detect(article.title(), article.bodyText(), null);
    }

    @Benchmark
    public Prepared prepare() {
        return prepared();
    }

    @Benchmark
    public List<Keyword> keywords() {
        return keywords.tag(prepared());
    }

    @Benchmark
    public Tone tone() {
        return tones.tag(prepared());
    }

    @Benchmark
    public String summary() {
        return Summary.of(prepared(), List.of(), false);
    }

    @Benchmark
    public List<MediaTopic> topics() {
        return topics.tag(prepared());
    }

    /** The sequence tagger alone. */
    @Benchmark
    public List<Span> spans() {
        return spans.tag(prepared().body());
    }

    /** Entities with their places: the sequence tagger is in it, twice, for title and body. */
    @Benchmark
    public NameTagger.Names names() {
        return names.tag(prepared(), PlaceHints.NONE);
    }

    /** Places by the gazetteer alone, as in languages without a sequence tagger. */
    @Benchmark
    public List<PlaceMention> places() {
        return places.find(prepared());
    }

    @Benchmark
    public Outcome<Tags> all() {
        return whole.apply(turn());
    }

    private Prepared prepared() {
        Article article = turn();
        return Prepared.of(article.title(), article.bodyText(), "en");
    }

    private Article turn() {
        next = (next + 1) % articles.size();
        return articles.get(next);
    }
}
