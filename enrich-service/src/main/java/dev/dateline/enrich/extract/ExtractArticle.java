package dev.dateline.enrich.extract;

import dev.dateline.common.model.DateSource;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

    private final PlainTextReader plainText = new PlainTextReader();
    private final HtmlReader html = new HtmlReader();

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
        boolean page = isBlank(raw.bodyHtml()) && raw.pageHtml() != null;
        String text = page ? raw.pageHtml() : raw.bodyHtml();
        HtmlReader.Found found = page ? html.readPage(text) : html.readBody(text);
        String field = page ? "page_html" : "body_html";
        return Content.ofBody(
                field, emptiness(text, "text outside its tags"), found.title(), found.paragraphs(), raw.receivedAt());
    }

    private static Article article(RawArticle raw, Content content) {
        String title = CleanText.oneLine(raw.title());
        List<String> paragraphs = title == null ? content.paragraphs() : withGuessedTitle(content, title);
        Instant published = firstOf(raw.publishedAt(), content.publishedAt(), raw.receivedAt());
        Optional<DatelineParser.Found> dateline = DatelineParser.parse(paragraphs.get(0), published);
        return ArticleBuilder.builder()
                .articleId(raw.articleId())
                .sourceId(raw.sourceId())
                .sourceName(CleanText.oneLine(raw.sourceName()))
                .sourceDomain(raw.sourceDomain())
                .url(raw.url())
                .providerVersion(raw.providerVersion())
                .receivedAt(raw.receivedAt())
                .publishedAt(published)
                .publishedFrom(publishedFrom(raw, content))
                .modifiedAt(modifiedAt(raw, content))
                .title(firstOf(title, content.title(), FirstWords.of(paragraphs.get(0))))
                .subtitle(firstOf(CleanText.oneLine(raw.subtitle()), content.subtitle()))
                .authors(authors(raw, content))
                .agency(firstOf(
                        CleanText.oneLine(raw.agency()),
                        content.agency(),
                        dateline.map(DatelineParser.Found::agency).orElse(null)))
                .dateline(dateline.map(DatelineParser.Found::dateline).orElse(null))
                .languageHint(raw.language())
                .section(CleanText.oneLine(raw.section()))
                .imageUrl(raw.imageUrl())
                .bodyText(String.join("\n\n", paragraphs))
                .build();
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

    private static DateSource publishedFrom(RawArticle raw, Content content) {
        if (raw.publishedAt() != null) {
            return DateSource.FEED;
        }
        return content.publishedAt() == null ? DateSource.RECEIVED : DateSource.TEXT;
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
