package dev.dateline.ingest.read;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One article while a reader maps it: the first value given for a field stays, what describes is trimmed to what {@link ArticleRules}
 * admits or left out, and what identifies or is the body is never altered.
 */
public final class Draft {
    private static final int MAX_LIST = 100;
    private static final int MAX_VERSION_DIGITS = 18;
    private static final String ELLIPSIS = "…";

    private final RawArticleBuilder article = RawArticleBuilder.builder();
    private final List<String> authors = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    /** Where the document is from; null when unknown. */
    private final String documentUrl;

    /**
     * An article of a document.
     *
     * @param reader the {@link FormatReader#name name} of who maps it
     */
    public Draft(String reader, Document document) {
        article.reader(reader).sourceId(document.sourceId());
        this.documentUrl = document.url();
    }

    /** The provider's own id; blank is none. */
    public Draft providerId(String id) {
        if (article.providerId() == null && id != null && !id.isBlank()) {
            article.providerId(id.strip());
        }
        return this;
    }

    /** The provider's mark of this version: its number when that is one, else when it was made. */
    public Draft providerVersion(String number, Instant created) {
        String digits = number == null ? "" : number.strip();
        if (!digits.isEmpty()
                && digits.length() <= MAX_VERSION_DIGITS
                && digits.chars().allMatch(Draft::isDigit)) {
            article.providerVersion(Long.toString(Long.parseLong(digits)));
        } else if (created != null) {
            article.providerVersion(Json.iso(created));
        }
        return this;
    }

    /** Candidates for the {@code source_id}, the strongest first; the request's own is stronger than all. */
    public Draft source(String... ids) {
        for (String id : ids) {
            article.sourceId(article.sourceId() == null ? id : article.sourceId());
        }
        return this;
    }

    public Draft sourceName(String name) {
        article.sourceName(first(article.sourceName(), line(name, ArticleRules.MAX_NAME)));
        return this;
    }

    /** A host name; anything else is left out. */
    public Draft sourceDomain(String host) {
        if (article.sourceDomain() == null && host != null && host.contains(".") && ArticleRules.isDomain(host)) {
            article.sourceDomain(host);
        }
        return this;
    }

    /** The article's address, absolute or relative to the document's; one that is not on the web is left out. */
    public Draft url(String url) {
        article.url(first(article.url(), webAddress(url)));
        return this;
    }

    /** Like {@link #url}, and relative to that when the document's address is unknown. */
    public Draft imageUrl(String url) {
        article.imageUrl(first(article.imageUrl(), webAddress(url)));
        return this;
    }

    public Draft title(String title) {
        article.title(first(article.title(), text(title, ArticleRules.MAX_TITLE)));
        return this;
    }

    public Draft subtitle(String subtitle) {
        article.subtitle(first(article.subtitle(), text(subtitle, ArticleRules.MAX_SUBTITLE)));
        return this;
    }

    public Draft summary(String summary) {
        article.summary(first(article.summary(), text(summary, ArticleRules.MAX_SUMMARY)));
        return this;
    }

    public Draft agency(String agency) {
        article.agency(first(article.agency(), line(agency, ArticleRules.MAX_NAME)));
        return this;
    }

    public Draft section(String section) {
        article.section(first(article.section(), line(section, ArticleRules.MAX_NAME)));
        return this;
    }

    /** What it is when it is no text. */
    public Draft itemType(String type) {
        article.itemType(first(article.itemType(), line(type, ArticleRules.MAX_ITEM_TYPE)));
        return this;
    }

    /** A language tag, also with {@code _}; what is none is left out. */
    public Draft language(String tag) {
        String language = tag == null ? "" : tag.strip().replace('_', '-');
        if (article.language() == null && ArticleRules.isLanguageTag(language)) {
            article.language(language);
        }
        return this;
    }

    /** Names as the provider prints them; how a byline reads is the extract step's work. */
    public Draft authors(Collection<String> names) {
        collect(authors, names);
        return this;
    }

    public boolean hasAuthors() {
        return !authors.isEmpty();
    }

    public Draft keywords(Collection<String> words) {
        collect(keywords, words);
        return this;
    }

    public Draft publishedAt(Instant... candidates) {
        for (Instant time : candidates) {
            article.publishedAt(first(article.publishedAt(), plausible(time)));
        }
        return this;
    }

    /** An article is not out before its embargo ends, whenever it was written. */
    public Draft embargoedUntil(Instant end) {
        if (end != null
                && (article.publishedAt() == null || article.publishedAt().isBefore(end))) {
            article.publishedAt(end);
        }
        return this;
    }

    public Draft modifiedAt(Instant time) {
        article.modifiedAt(first(article.modifiedAt(), plausible(time)));
        return this;
    }

    /** The body as it was sent; exactly one of the three is given. */
    public Draft bodyText(String text) {
        article.bodyText(text);
        return this;
    }

    public Draft bodyHtml(String html) {
        article.bodyHtml(html);
        return this;
    }

    public Draft pageHtml(String html) {
        article.pageHtml(html);
        return this;
    }

    /**
     * The article as far as its document tells.
     *
     * @throws dev.dateline.common.http.ProblemException invalid-article when what can't be trimmed can't be written either
     */
    public RawArticle build() {
        wellFormed("provider_id", article.providerId());
        wellFormed("body_text", article.bodyText());
        wellFormed("body_html", article.bodyHtml());
        wellFormed("page_html", article.pageHtml());
        return article.sourceId(first(article.sourceId(), PlainTextReader.DEFAULT_SOURCE))
                .authors(authors.isEmpty() ? null : List.copyOf(authors))
                .keywords(keywords.isEmpty() ? null : List.copyOf(keywords))
                .build();
    }

    private static void wellFormed(String field, String text) {
        if (text != null && !StrictText.isWellFormed(text)) {
            throw Rejection.invalid(
                    field, "holds half of a surrogate pair; escape both halves or write the character itself");
        }
    }

    private static void collect(List<String> into, Collection<String> texts) {
        texts.stream()
                .map(text -> line(text, ArticleRules.MAX_NAME))
                .filter(Objects::nonNull)
                .filter(text -> !into.contains(text))
                .limit(Math.max(0, MAX_LIST - into.size()))
                .forEach(into::add);
    }

    /** In one line, because these fields may hold no control characters. */
    private static String line(String text, int most) {
        return text == null ? null : text(text.replaceAll("[\\p{Cntrl}\\s]++", " "), most);
    }

    private static String text(String text, int most) {
        if (text == null || ArticleRules.isBlank(text)) {
            return null;
        }
        String whole = whole(text.strip());
        if (whole.length() <= most) {
            return whole;
        }
        int end = most - ELLIPSIS.length();
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    private static String whole(String text) {
        if (StrictText.isWellFormed(text)) {
            return text;
        }
        return text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String webAddress(String url) {
        String address = url == null ? "" : url.strip();
        if (address.isEmpty() || WebAddress.isValid(address)) {
            return address.isEmpty() ? null : address;
        }
        String base = first(documentUrl, article.url());
        if (base == null || address.length() > WebAddress.MAX_LENGTH) {
            return null;
        }
        try {
            String resolved = URI.create(base).resolve(address).toString();
            return WebAddress.isValid(resolved) ? resolved : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant plausible(Instant time) {
        return time == null || time.isBefore(ArticleRules.EARLIEST) ? null : time;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static <T> T first(T one, T other) {
        return one == null ? other : one;
    }
}
