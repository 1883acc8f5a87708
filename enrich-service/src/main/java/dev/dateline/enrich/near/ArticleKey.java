package dev.dateline.enrich.near;

import dev.dateline.common.wire.Digest;

/**
 * An article id in a fixed size.
 *
 * @param packed the id's own bits, or the digest of an id that has none
 * @param named true when the id is such another string, which has to be kept beside
 */
record ArticleKey(PackedId packed, boolean named) {

    static ArticleKey of(String articleId) {
        PackedId packed = PackedId.of(articleId);
        return packed == null ? new ArticleKey(PackedId.of(Digest.of(articleId)), true) : new ArticleKey(packed, false);
    }

    /** A key for {@link Buckets}: the bits are those of a digest. */
    static int bucket(long high, long low) {
        return Long.hashCode(high * 31 + low);
    }
}
