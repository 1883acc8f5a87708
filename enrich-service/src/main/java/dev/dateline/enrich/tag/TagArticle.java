package dev.dateline.enrich.tag;

import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.keywords.KeywordTagger;
import dev.dateline.enrich.tag.language.LanguageModel;
import dev.dateline.enrich.tag.language.LanguageTable;
import dev.dateline.enrich.tag.language.LanguageTagger;
import dev.dateline.enrich.tag.names.NameTagger;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PrimaryCountry;
import dev.dateline.enrich.tag.reading.Paragraphs;
import dev.dateline.enrich.tag.reading.Summary;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.topics.TopicBook;
import dev.dateline.enrich.tag.topics.TopicTagger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tag step: what language an article is in, what it is about, and whom and where it names.
 *
 * <p>Thread-safe: one instance serves all stream threads. Creating it is cheap; the language model (10 MB) and the shipped terms of topics are read
 * by the first article or by {@link #warmUp}, whichever comes first. It never refuses an article.
 */
public final class TagArticle implements Function<Article, Outcome<Tags>> {
    private record Taggers(
            LanguageTagger languages,
            TopicTagger topics,
            KeywordTagger keywords,
            NameTagger names,
            Gazetteer gazetteer) {
        static Taggers load(TopicBook topics) {
            LanguageTable table = LanguageTable.load();
            Gazetteer gazetteer = Gazetteer.load(
                    table.rows().stream().map(LanguageTable.Row::code).collect(Collectors.toUnmodifiableSet()));
            return new Taggers(
                    new LanguageTagger(LanguageModel.load(), table),
                    new TopicTagger(topics),
                    new KeywordTagger(),
                    new NameTagger(gazetteer),
                    gazetteer);
        }
    }

    private final TopicBook topics;
    private volatile Taggers taggers;

    /** With the topics that come with the product. */
    public TagArticle() {
        this(TopicBook.shipped());
    }

    public TagArticle(TopicBook topics) {
        this.topics = topics;
    }

    /** Reads models and tables now, about 0.4 s: call it in the background while the service starts. */
    public void warmUp() {
        taggers();
    }

    /** Name and version of the model, table or rules behind each kind of tag. */
    public Map<String, String> models() {
        return Map.of(
                "language", LanguageModel.VERSION,
                "topics", topics.version(),
                "keywords", KeywordTagger.VERSION,
                "names", NameTagger.VERSION,
                "countries", Gazetteer.VERSION);
    }

    @Override
    public Outcome<Tags> apply(Article article) {
        Taggers ready = taggers();
        LanguageTagger.Guess guess =
                ready.languages().detect(article.title(), article.bodyText(), article.languageHint());
        Prepared text = Prepared.of(article.title(), article.bodyText(), guess.language());
        NameTagger.Names names = ready.names().tag(text);
        return Outcome.done(TagsBuilder.builder()
                .language(guess.language())
                .languageConfidence(guess.confidence())
                .summary(Summary.of(text.body()))
                .wordCount(text.body().words())
                .paragraphs(Paragraphs.count(article.bodyText()))
                .topics(ready.topics().tag(text))
                .keywords(ready.keywords().tag(text))
                .entities(names.entities())
                .primaryCountry(PrimaryCountry.of(names.countries(), countryOfDateline(article, ready.gazetteer())))
                .notTagged(ready.topics().supports(guess.language()) ? null : List.of("topics"))
                .build());
    }

    private static String countryOfDateline(Article article, Gazetteer gazetteer) {
        boolean filed = article.dateline() != null && article.dateline().place() != null;
        return filed ? gazetteer.countryOf(article.dateline().place()) : null;
    }

    private Taggers taggers() {
        Taggers ready = taggers;
        if (ready == null) {
            ready = loaded();
        }
        return ready;
    }

    /** One thread loads, the others wait. */
    private synchronized Taggers loaded() {
        if (taggers == null) {
            taggers = Taggers.load(topics);
        }
        return taggers;
    }
}
