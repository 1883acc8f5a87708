package dev.dateline.enrich.identify;

import dev.dateline.enrich.article.Article;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The provider's own mark of a version, by which two deliveries of an article are older and newer whatever their order of arrival: a
 * number that counts up (ninjs and NewsML-G2 {@code version}) or a time ({@code versionCreated}, a time of modification). A number and a
 * time are not compared.
 *
 * @param number decimal digits without leading zeros; null when it is a time
 * @param time to the millisecond; null when it is a number
 */
public record ProviderVersion(String number, Instant time) {
    /** How far ahead of ours a clock may be. A version from further ahead would keep every honest one out until its time comes. */
    static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Comparator<String> COUNTING =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /**
     * The mark of an article as it was delivered: {@code provider_version}, else {@code modified_at}.
     *
     * @return null when there is neither, or none that can be true
     */
    static ProviderVersion of(Article article) {
        ProviderVersion stated = parse(article.providerVersion(), article.receivedAt());
        return stated == null ? at(article.modifiedAt(), article.receivedAt()) : stated;
    }

    /** True when both count the same way and this is the earlier one; false also when they can't be compared. */
    boolean isBefore(ProviderVersion other) {
        if (number != null && other.number != null) {
            return COUNTING.compare(number, other.number) < 0;
        }
        return time != null && other.time != null && time.isBefore(other.time);
    }

    private static ProviderVersion parse(String text, Instant receivedAt) {
        if (text == null) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return new ProviderVersion(LEADING_ZEROS.matcher(text).replaceFirst(""), null);
        }
        try {
            return at(OffsetDateTime.parse(text).toInstant(), receivedAt);
        } catch (DateTimeException e) {
            return null; // a mark of another kind, such as a hash: it tells versions apart, but not which is newer
        }
    }

    private static ProviderVersion at(Instant time, Instant receivedAt) {
        boolean credible = time != null
                && time.isAfter(Instant.EPOCH)
                && Duration.between(receivedAt, time).compareTo(MAX_AHEAD) <= 0;
        return credible ? new ProviderVersion(null, time.truncatedTo(ChronoUnit.MILLIS)) : null;
    }
}
