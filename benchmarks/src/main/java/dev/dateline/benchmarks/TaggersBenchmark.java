package dev.dateline.benchmarks;

import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.Tone;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.TagArticle;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.tag.keywords.KeywordTagger;
import dev.dateline.enrich.tag.language.LanguageModel;
import dev.dateline.enrich.tag.language.LanguageTable;
import dev.dateline.enrich.tag.language.LanguageTagger;
import dev.dateline.enrich.tag.reading.Summary;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.tone.ToneTagger;
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
 * keywords, tone and summary each begin with a text that is just cut into tokens, so each has that in its figure ({@code prepare} too), and
 * the whole is less than their sum.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaggersBenchmark {
    private static final int ARTICLES = 64;

    private final List<Article> articles = SampleArticles.of(ARTICLES);
    private final LanguageTagger languages = new LanguageTagger(LanguageModel.load(), LanguageTable.load(), Set.of());
    private final KeywordTagger keywords = new KeywordTagger();
    private final ToneTagger tones = new ToneTagger();
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
