package dev.dateline.enrich.extract;

import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import dev.dateline.enrich.article.Finding;
import dev.dateline.enrich.extract.page.Page;
import dev.dateline.enrich.extract.page.PageReader;
import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.Fold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The extract step: makes of a raw article clean paragraphs with a headline, a time and a dateline.
 *
 * <p>What the producer says in a field of its own wins over what the text says; where neither says when, it is the time of
 * receipt, and where there is no headline, it is the first words. The dateline's words ({@code BAGHDAD, Jan 3 (Reuters) -})
 * stay in the body: they are the article's, and a field beside it says what they mean.
 *
 * <p>Fails with {@link Reason#MISSING_FIELD}, {@link Reason#NO_TEXT} and {@link Reason#IMPLAUSIBLE_TIME}; messages hold no text
 * of the article. An implausible {@code modified_at} is left out, since nothing rests on it. Never throws on any content.
 */
public final class ExtractArticle implements Function<RawArticle, Outcome<Article>> {
    private static final String PLAIN_TEXT = "text/plain";
    private static final String TEXT_OUTSIDE_TAGS = "text outside its tags";

    private final PlainTextReader plainText = new PlainTextReader();
    private final HtmlReader html = new HtmlReader();
    private final PageReader pages = new PageReader();

    @Override
    public Outcome<Article> apply(RawArticle raw) {
        Optional<String> missing = missingField(raw);
        if (missing.isPresent()) {
            return Outcome.failed(Reason.MISSING_FIELD, missing.get());
        }
        Instant published = raw.publishedAt();
        if (published != null && !Stamps.isPlausible(published, raw.receivedAt())) {
            return Outcome.failed(
                    Reason.IMPLAUSIBLE_TIME,
                    "published_at " + published + " is before the year 1600 or more than 7 days after received_at "
                            + raw.receivedAt());
        }
        Content content = content(raw);
        if (!content.hasWords()) {
            return Outcome.failed(Reason.NO_TEXT, content.field() + " " + content.emptiness());
        }
        return Outcome.done(article(raw, content));
    }

    private static Optional<String> missingField(RawArticle raw) {
        if (isBlank(raw.articleId())) {
            return Optional.of("article_id is missing");
        }
        if (isBlank(raw.sourceId())) {
            return Optional.of("source_id is missing");
        }
        if (raw.receivedAt() == null) {
            return Optional.of("received_at is missing");
        }
        boolean noBody = raw.bodyText() == null && raw.bodyHtml() == null && raw.pageHtml() == null;
        return noBody ? Optional.of("one of body_text, body_html and page_html is needed") : Optional.empty();
    }

    /** Reads the first body field that has anything in it; one is expected. */
    private Content content(RawArticle raw) {
        if (!isBlank(raw.bodyText()) || (isBlank(raw.bodyHtml()) && isBlank(raw.pageHtml()))) {
            return raw.bodyText() == null ? ofHtml(raw) : ofText(raw);
        }
        return ofHtml(raw);
    }

    private Content ofText(RawArticle raw) {
        String text = raw.bodyText();
        if (!isPlainText(raw.mediaType())) {
            List<String> paragraphs = BodyText.paragraphs(CleanText.lines(text));
            return Content.ofBody("body_text", emptiness(text, "words"), null, paragraphs, raw.receivedAt());
        }
        Reading reading = plainText.read(text, raw.receivedAt());
        return Content.of(reading, emptiness(text, "words beside those of the page around an article"));
    }

    private Content ofHtml(RawArticle raw) {
        if (isBlank(raw.bodyHtml()) && raw.pageHtml() != null) {
            Page page = pages.read(raw.pageHtml(), raw.url(), raw.receivedAt());
            return Content.of(page, emptiness(raw.pageHtml(), TEXT_OUTSIDE_TAGS), raw.receivedAt());
        }
        HtmlReader.Found found = html.readBody(raw.bodyHtml());
        return Content.ofBody(
                "body_html",
                emptiness(raw.bodyHtml(), TEXT_OUTSIDE_TAGS),
                found.title(),
                found.paragraphs(),
                raw.receivedAt());
    }

    private static Article article(RawArticle raw, Content content) {
        String title = CleanText.oneLine(raw.title());
        List<String> paragraphs = title == null ? content.paragraphs() : withGuessedTitle(content, title);
        Instant published = firstOf(raw.publishedAt(), content.publishedAt(), raw.receivedAt());
        Optional<DatelineParser.Found> dateline = DatelineParser.parse(paragraphs.get(0), published);
        List<String> authors = authors(raw, content);
        String bodyText = String.join("\n\n", paragraphs);
        return ArticleBuilder.builder()
                .articleId(raw.articleId())
                .sourceId(raw.sourceId())
                .sourceName(CleanText.oneLine(raw.sourceName()))
                .sourceDomain(raw.sourceDomain())
                .url(raw.url())
                .providerVersion(raw.providerVersion())
                .itemType(CleanText.oneLine(raw.itemType()))
                .receivedAt(raw.receivedAt())
                .publishedAt(published)
                .publishedFrom(publishedFrom(raw, content))
                .modifiedAt(modifiedAt(raw, content))
                .title(firstOf(title, content.title(), FirstWords.of(paragraphs.get(0))))
                .subtitle(firstOf(CleanText.oneLine(raw.subtitle()), content.subtitle()))
                .authors(authors)
                .agency(firstOf(
                        CleanText.oneLine(raw.agency()),
                        content.agency(),
                        dateline.map(DatelineParser.Found::agency).orElse(null)))
                .agencies(new AgencyCredits(bodyText)
                        .field(CleanText.oneLine(raw.agency()))
                        .dateline(dateline)
                        .below(content.credits())
                        .byline(content.agency(), authors)
                        .quoted()
                        .all())
                .dateline(dateline.map(DatelineParser.Found::dateline).orElse(null))
                .languageHint(firstOf(
                        raw.language(), content.page().map(Page::language).orElse(null)))
                .section(firstOf(
                        CleanText.oneLine(raw.section()),
                        content.page().map(Page::section).orElse(null)))
                .imageUrl(firstOf(
                        raw.imageUrl(), content.page().map(Page::imageUrl).orElse(null)))
                .canonicalUrl(content.page().map(Page::canonicalUrl).orElse(null))
                .bodyText(bodyText)
                .findings(findings(raw, content))
                .build();
    }

    /** Where the page's fields are from; what the producer gave in a field of its own is left out. */
    private static List<Finding> findings(RawArticle raw, Content content) {
        Set<String> given = new HashSet<>();
        addIfGiven(given, "title", raw.title());
        addIfGiven(given, "subtitle", raw.subtitle());
        addIfGiven(given, "authors", raw.authors() == null || raw.authors().isEmpty() ? null : raw.authors());
        addIfGiven(given, "published_at", raw.publishedAt());
        addIfGiven(given, "modified_at", raw.modifiedAt());
        addIfGiven(given, "language", raw.language());
        addIfGiven(given, "section", raw.section());
        addIfGiven(given, "image_url", raw.imageUrl());
        return content.page().map(Page::findings).orElse(List.of()).stream()
                .filter(finding -> !given.contains(finding.field()))
                .toList();
    }

    private static void addIfGiven(Set<String> given, String field, Object value) {
        if (value != null) {
            given.add(field);
        }
    }

    /** A first line taken for the headline by its shape alone is a paragraph after all, when the producer gives another headline. */
    private static List<String> withGuessedTitle(Content content, String title) {
        boolean other = content.title() != null && !Fold.all(content.title()).equals(Fold.all(title));
        boolean inBody = content.paragraphs().contains(content.title());
        if (!other || inBody || !content.titleIsGuess()) {
            return content.paragraphs();
        }
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(content.title());
        paragraphs.addAll(content.paragraphs());
        return paragraphs;
    }

    private static FieldSource publishedFrom(RawArticle raw, Content content) {
        if (raw.publishedAt() != null) {
            return FieldSource.FEED;
        }
        if (content.publishedAt() == null) {
            return FieldSource.RECEIVED;
        }
        return content.page().map(page -> page.source("published_at")).orElse(FieldSource.TEXT);
    }

    private static Instant modifiedAt(RawArticle raw, Content content) {
        boolean stated = raw.modifiedAt() != null && Stamps.isPlausible(raw.modifiedAt(), raw.receivedAt());
        return stated ? raw.modifiedAt() : content.modifiedAt();
    }

    private static List<String> authors(RawArticle raw, Content content) {
        List<String> stated = raw.authors() == null
                ? List.of()
                : raw.authors().stream()
                        .map(CleanText::oneLine)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return stated.isEmpty() ? content.authors() : stated;
    }

    private static boolean isPlainText(String mediaType) {
        return mediaType != null && mediaType.strip().toLowerCase(Locale.ROOT).startsWith(PLAIN_TEXT);
    }

    private static String emptiness(String text, String what) {
        return text.isBlank() ? "is empty" : "holds no " + what + " (" + text.length() + " characters received)";
    }

    @SafeVarargs
    private static <T> T firstOf(T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
