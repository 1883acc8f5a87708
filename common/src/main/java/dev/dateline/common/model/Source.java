package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;

/**
 * A feed or sitemap to be polled, as somebody declared it ({@code news.sources.v1}). Only requests and the sources file write it, never
 * the poller: what polling finds out is a {@link SourceState}.
 *
 * @param id the {@code source_id} of its articles
 * @param url where it is polled, unless the server has moved it for good (see {@link SourceState#movedTo()})
 * @param interval where the poller starts before it knows the source's rhythm, for example {@code 30m}; absent leaves it to the feed
 * @param language of its articles where these do not say, a BCP 47 tag
 * @param headers sent with each request to the source's own host; may hold secrets, so every answer masks the values
 * @param fullText whether the page of each item is fetched, because the feed carries teasers only
 * @param pollRequestedAt when somebody last asked for a poll out of turn
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"poll_requested_at_ms", "updated_at_ms"},
        allowGetters = true)
public record Source(
        String id,
        String name,
        String url,
        SourceKind kind,
        String interval,
        String language,
        Map<String, String> headers,
        SourceTrust trust,
        boolean fullText,
        boolean paused,
        Instant pollRequestedAt,
        Instant updatedAt) {

    /** {@code pollRequestedAt} as epoch milliseconds. */
    @JsonProperty("poll_requested_at_ms")
    public Long pollRequestedAtMs() {
        return RawArticle.millis(pollRequestedAt);
    }

    /** {@code updatedAt} as epoch milliseconds. */
    @JsonProperty("updated_at_ms")
    public Long updatedAtMs() {
        return RawArticle.millis(updatedAt);
    }
}
