package dev.dateline.enrich.tag;

import dev.dateline.common.model.Keyword;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.keywords.KeywordTagger;
import dev.dateline.enrich.tag.language.LanguageModel;
import dev.dateline.enrich.tag.language.LanguageTable;
import dev.dateline.enrich.tag.language.LanguageTagger;
import dev.dateline.enrich.tag.names.NameTagger;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.reading.Paragraphs;
import dev.dateline.enrich.tag.reading.Summary;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.tone.ToneTagger;
import dev.dateline.enrich.tag.topics.TopicBook;
import dev.dateline.enrich.tag.topics.TopicTagger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The tag step: what language an article is in, what it is about, and whom and where it names.
 *
 * <p>Thread-safe: one instance serves all stream threads. Creating it is cheap; models and tables (74 MB of heap) are read by the first article or by
 * {@link #warmUp}, whichever comes first. It never refuses an article.
 */
public final class TagArticle implements Function<Article, Outcome<Tags>> {
    private record Taggers(
            LanguageTagger languages, TopicTagger topics, KeywordTagger keywords, NameTagger names, ToneTagger tones) {
        static Taggers load(TopicBook topics, Set<String> languages) {
            LanguageTable table = LanguageTable.load();
            Gazetteer gazetteer = Gazetteer.load(table.codes());
            return new Taggers(
                    new LanguageTagger(LanguageModel.load(), table, languages),
                    new TopicTagger(topics),
                    new KeywordTagger(),
                    new NameTagger(new TrainedSpanTagger(NameModel.load()), gazetteer, PlaceResolver.load(gazetteer)),
                    new ToneTagger());
        }
    }

    private final TopicBook topics;
    private final Set<String> languages;
    private volatile Taggers taggers;

    /** With the topics that come with the product, for articles of any language. */
    public TagArticle() {
        this(TopicBook.shipped(), Set.of());
    }

    /**
     * Tags articles of some languages.
     *
     * @param languages BCP 47 subtags that an article's language is one of, or {@code und}; any when empty
     */
    public TagArticle(TopicBook topics, Set<String> languages) {
        this.topics = topics;
        this.languages = Set.copyOf(languages);
    }

    /** Reads models and tables now, which takes a new JVM one to two seconds: call it in the background while the service starts. */
    public void warmUp() {
        taggers();
    }

    /** Name and version of the model, table or rules behind each kind of tag. */
    public Map<String, String> models() {
        return Map.of(
                "language", LanguageModel.VERSION,
                "topics", topics.version(),
                "keywords", KeywordTagger.VERSION,
                "spans", NameModel.VERSION,
                "names", NameTagger.VERSION,
                "countries", Gazetteer.VERSION,
                "places", PlaceResolver.VERSION,
                "tone", ToneTagger.VERSION,
                "summary", Summary.VERSION);
    }

    @Override
    public Outcome<Tags> apply(Article article) {
        Taggers ready = taggers();
        LanguageTagger.Guess guess =
                ready.languages().detect(article.title(), article.bodyText(), article.languageHint());
        Prepared text = Prepared.of(article.title(), article.bodyText(), guess.language());
        NameTagger.Names names = ready.names().tag(text, hints(article));
        List<Keyword> keywords = ready.keywords().tag(text);
        return Outcome.done(TagsBuilder.builder()
                .language(guess.language())
                .languageConfidence(guess.confidence())
                .otherLanguages(guess.others().isEmpty() ? null : guess.others())
                .summary(Summary.of(text, keywords, article.dateline() != null))
                .wordCount(text.body().words())
                .paragraphs(Paragraphs.count(article.bodyText()))
                .topics(ready.topics().tag(text))
                .keywords(keywords)
                .entities(names.entities())
                .primaryCountry(names.primaryCountry())
                .primaryPlace(names.primaryPlace())
                .tone(ready.tones().tag(text))
                .notTagged(Support.missing(guess.language(), ready.topics()))
                .build());
    }

    private static PlaceHints hints(Article article) {
        return new PlaceHints(
                article.dateline() == null ? null : article.dateline().place());
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
            taggers = Taggers.load(topics, languages);
        }
        return taggers;
    }
}
