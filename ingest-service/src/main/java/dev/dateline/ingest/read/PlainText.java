package dev.dateline.ingest.read;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import java.nio.charset.Charset;

/** An article as a desk pastes it. What is headline, byline or body is the extract step's work: here it is one text, untouched. */
public final class PlainText {
    /** Who delivered it, when the request does not say. */
    public static final String DEFAULT_SOURCE = "manual";

    private PlainText() {}

    /**
     * The article as it was sent.
     *
     * @param charset the one Content-Type announces; a byte order mark is stronger
     * @param sourceId null takes {@value #DEFAULT_SOURCE}
     * @param providerId may be null
     * @param url may be null
     * @throws dev.dateline.common.http.ProblemException malformed-body when the bytes are not in that charset
     */
    public static RawArticle read(byte[] bytes, Charset charset, String sourceId, String providerId, String url) {
        return RawArticleBuilder.builder()
                .sourceId(sourceId == null ? DEFAULT_SOURCE : sourceId)
                .providerId(providerId)
                .url(url)
                .bodyText(StrictText.decode(bytes, charset))
                .build();
    }
}
