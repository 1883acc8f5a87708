package dev.dateline.ingest.read;

import dev.dateline.common.address.SameArticle;
import dev.dateline.common.model.ArticleId;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an article must be to enter {@code news.raw.v1}, and the identity it gets there. */
public final class ArticleRules {
    static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z"); // the first newspapers
    static final Duration MAX_AHEAD = Duration.ofDays(7); // embargoed articles arrive early

    private static final Pattern SOURCE_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,20}+");
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_PROVIDER_ID = 512;
    private static final int MAX_PROVIDER_VERSION = 64;
    static final int MAX_TITLE = 1000;
    static final int MAX_SUBTITLE = 2000;
    static final int MAX_SUMMARY = 10_000;
    static final int MAX_NAME = 300;
    static final int MAX_ITEM_TYPE = 40;
    private static final int MAX_LANGUAGE = 35; // RFC 5646 section 4.4.1

    private ArticleRules() {}

    /**
     * The article complete: checked, identified, stamped.
     *
     * <p>Its identity is the strongest name it has: {@code provider_id} within its source, else its URL in the form that
     * {@link SameArticle identifies}, else the key the client gave for retries (which becomes the {@code provider_id}), else its own
     * title and body.
     *
     * @param draft as read
     * @param retryKey the {@code Idempotency-Key} of the request, or null
     * @throws dev.dateline.common.http.ProblemException invalid-article, naming the field
     */
    public static RawArticle admit(RawArticle draft, String mediaType, Instant receivedAt, String retryKey) {
        RawArticle article = draft;
        if (retryKey != null && draft.providerId() == null && draft.url() == null) {
            article = RawArticleBuilder.builder(draft).providerId(retryKey).build();
        }
        identityIsSound(article);
        descriptionIsSound(article);
        timesArePlausible(article, receivedAt);
        String body = onlyBody(article);
        return RawArticleBuilder.builder(article)
                .articleId(identity(article, body))
                .mediaType(mediaType)
                .receivedAt(receivedAt.truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** Whether a text has the form of a source's id. */
    public static boolean isSourceId(String text) {
        return SOURCE_ID.matcher(text).matches();
    }

    private static String identity(RawArticle article, String body) {
        if (article.providerId() != null) {
            return ArticleId.ofProvider(article.sourceId(), article.providerId());
        }
        if (article.url() != null) {
            return ArticleId.ofUrl(SameArticle.at(article.url()));
        }
        String title = article.title() == null ? "" : article.title();
        return ArticleId.ofContent(article.sourceId(), title + "\n" + body);
    }

    private static void identityIsSound(RawArticle article) {
        if (article.sourceId() == null) {
            throw Rejection.invalid("source_id", "is missing; name who delivers, for example \"city-desk\"");
        }
        if (!isSourceId(article.sourceId())) {
            throw Rejection.invalid(
                    "source_id",
                    "expected 1 to 64 of a-z, 0-9, '.', '_' and '-', the first a letter or digit; for example \"city-desk\"");
        }
        shortLine("provider_id", article.providerId(), MAX_PROVIDER_ID);
        if (article.providerId() != null && article.providerId().isBlank()) {
            throw Rejection.invalid("provider_id", "is blank; leave it out when there is none");
        }
        shortLine("provider_version", article.providerVersion(), MAX_PROVIDER_VERSION);
        webAddress("url", article.url());
    }

    private static void descriptionIsSound(RawArticle article) {
        shortLine("source_name", article.sourceName(), MAX_NAME);
        String domain = article.sourceDomain();
        if (domain != null && !isDomain(domain)) {
            throw Rejection.invalid("source_domain", "expected a host name such as example.com");
        }
        shortText("title", article.title(), MAX_TITLE);
        shortText("subtitle", article.subtitle(), MAX_SUBTITLE);
        shortText("summary", article.summary(), MAX_SUMMARY);
        shortLine("agency", article.agency(), MAX_NAME);
        shortLine("section", article.section(), MAX_NAME);
        shortLine("item_type", article.itemType(), MAX_ITEM_TYPE);
        webAddress("image_url", article.imageUrl());
        languageTag(article.language());
        shortLines("authors", article.authors());
        shortLines("keywords", article.keywords());
    }

    private static void timesArePlausible(RawArticle article, Instant receivedAt) {
        plausible("fetched_at", article.fetchedAt(), receivedAt);
        plausible("published_at", article.publishedAt(), receivedAt);
        plausible("modified_at", article.modifiedAt(), receivedAt);
    }

    private static void plausible(String field, Instant time, Instant receivedAt) {
        if (time != null && time.isBefore(EARLIEST)) {
            throw Rejection.invalid(field, "is before the year 1600; leave it out when it is not known");
        }
        if (time != null && time.isAfter(receivedAt.plus(MAX_AHEAD))) {
            throw Rejection.invalid(
                    field, "is more than " + MAX_AHEAD.toDays() + " days ahead; leave it out when it is not known");
        }
    }

    private static String onlyBody(RawArticle article) {
        List<String> bodies = Stream.of(article.bodyText(), article.bodyHtml(), article.pageHtml())
                .filter(body -> body != null)
                .toList();
        if (bodies.size() != 1) {
            throw Rejection.invalid(
                    "body_text",
                    (bodies.isEmpty() ? "there is no body" : "there is more than one body")
                            + "; send exactly one of body_text, body_html and page_html");
        }
        if (isBlank(bodies.get(0))) {
            String field =
                    article.bodyText() != null ? "body_text" : article.bodyHtml() != null ? "body_html" : "page_html";
            throw Rejection.invalid(field, "holds no text, only blanks");
        }
        return bodies.get(0);
    }

    /** Nothing but spaces, controls and invisible marks: byte order marks and zero-width spaces count as blank too. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static void languageTag(String tag) {
        if (tag != null && !isLanguageTag(tag)) {
            throw Rejection.invalid(
                    "language", "expected a BCP 47 tag such as en or pt-BR; leave it out when it is not known");
        }
    }

    /** Whether it is well-formed by BCP 47; not whether anybody speaks it. */
    static boolean isLanguageTag(String tag) {
        if (tag.isEmpty() || tag.length() > MAX_LANGUAGE) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    static boolean isDomain(String domain) {
        return domain.length() <= MAX_DOMAIN && DOMAIN.matcher(domain).matches();
    }

    private static void webAddress(String field, String url) {
        if (url != null && !WebAddress.isValid(url)) {
            throw Rejection.invalid(
                    field,
                    "expected an absolute http or https address of at most " + WebAddress.MAX_LENGTH
                            + " characters, for example https://example.com/a; leave it out when there is none");
        }
    }

    private static void shortLines(String field, List<String> texts) {
        if (texts != null) {
            for (int i = 0; i < texts.size(); i++) {
                shortLine(field + "[" + i + "]", texts.get(i), MAX_NAME);
            }
        }
    }

    private static void shortLine(String field, String text, int most) {
        shortText(field, text, most);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid(field, "holds a line break or another control character");
        }
    }

    private static void shortText(String field, String text, int most) {
        if (text != null && text.length() > most) {
            throw Rejection.invalid(field, "is " + text.length() + " characters long; at most " + most + " are read");
        }
    }
}
