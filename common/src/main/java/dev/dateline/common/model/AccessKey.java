package dev.dateline.common.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * An API key as it is kept ({@code news.access-keys.v1}): everything but the secret, of which there is only the hash.
 *
 * @param keyId the key's public half, and the record's key
 * @param secretSha256 SHA-256 of the secret half, 64 hexadecimal digits
 * @param label who holds it, in the words of whoever made it
 * @param sourceId the only source its articles may be of; absent when it may send for any
 * @param requestsPerSecond how many requests one instance takes with it each second; absent when unlimited
 * @param articlesPerDay how many articles one instance takes with it each day (UTC); absent when unlimited
 * @param revokedAt since when it is worth nothing; absent while it is good
 */
@RecordBuilder
public record AccessKey(
        String keyId,
        String secretSha256,
        String label,
        AccessScope scope,
        String sourceId,
        Integer requestsPerSecond,
        Long articlesPerDay,
        Instant createdAt,
        Instant revokedAt) {}
