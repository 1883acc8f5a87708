package dev.dateline.common.model;

import dev.dateline.common.wire.Digest;

/**
 * Identity of an article: what makes a second delivery a resend or a revision instead of another article.
 *
 * <p>An id is 26 characters of base32hex (RFC 4648 section 7, lower case, no padding): 128 bits of SHA-256 over the
 * strongest name the article has. A cryptographic hash, because a forged collision would make one article swallow another.
 */
public final class ArticleId {
    private ArticleId() {}

    /** The id of an article which its source names itself. */
    public static String ofProvider(String sourceId, String providerId) {
        return Digest.of("provider", sourceId, providerId);
    }

    /** The id of an article known by its URL only, in the one form which ingest gives to all spellings of an address. */
    public static String ofUrl(String url) {
        return Digest.of("url", url);
    }

    /** The id of an article without any name: its own content, so that the same delivery twice is a resend. */
    public static String ofContent(String sourceId, String content) {
        return Digest.of("content", sourceId, content);
    }
}
