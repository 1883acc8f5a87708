package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * An article as it was received ({@code news.raw.v1}): the fields of its format mapped to common names, the content untouched.
 *
 * <p>Exactly one of {@code bodyText}, {@code bodyHtml} and {@code pageHtml} is expected; what they mean is decided by the
 * extract step, so that a replay can decide it better.
 *
 * @param articleId identity, and the record's key: see {@link ArticleId}
 * @param sourceId who delivered it, in the producer's own short form, for example {@code reuters}
 * @param providerId the provider's own identifier of the article, when it has one
 * @param providerVersion the provider's own mark of this version, a number that counts up or an RFC 3339 time; absent when it has none
 * @param mediaType the media type it was received as, for example {@code text/plain}
 * @param reader which of ingest's format readers mapped it, for example {@code ninjs}
 * @param receivedAt when ingest accepted it; equal to the record's timestamp
 * @param fetchedAt when the page was fetched, for pages that others fetched for us: web archives
 * @param publishedAt when the producer says it was published
 * @param modifiedAt when the producer says it was last changed
 * @param itemType what the item is when it is no text, for example {@code picture} or {@code event}; its body is then its description
 * @param summary the provider's own abstract or teaser, beside the body
 * @param language the producer's claim, a BCP 47 tag
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"received_at_ms", "published_at_ms"},
        allowGetters = true)
public record RawArticle(
        String articleId,
        String sourceId,
        String sourceName,
        String sourceDomain,
        String providerId,
        String providerVersion,
        String url,
        String mediaType,
        String reader,
        Instant receivedAt,
        Instant fetchedAt,
        Instant publishedAt,
        Instant modifiedAt,
        String title,
        String subtitle,
        String summary,
        List<String> authors,
        String agency,
        String language,
        String section,
        String itemType,
        String imageUrl,
        List<String> keywords,
        String bodyText,
        String bodyHtml,
        String pageHtml) {

    /** {@code receivedAt} as epoch milliseconds, for consumers without a date parser. */
    @JsonProperty("received_at_ms")
    public Long receivedAtMs() {
        return millis(receivedAt);
    }

    /** {@code publishedAt} as epoch milliseconds; absent when unknown. */
    @JsonProperty("published_at_ms")
    public Long publishedAtMs() {
        return millis(publishedAt);
    }

    static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
