package dev.dateline.ingest.read.feed.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A date of a feed as an instant. A date without a time is its midnight, a time without a zone is UTC. */
public final class FeedDate {
    private static final int MAX_LENGTH = 80;
    /** Years that a date with a century may have. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2999;

    private FeedDate() {}

    /**
     * Reads RFC 822 and 2822 with what is in use for it, RFC 850, asctime, and ISO 8601 with W3C-DTF, RFC 3339, ordinal and week dates.
     *
     * @param text may be null
     * @return null when it is not a date
     */
    public static Instant parse(String text) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            String trimmed = text.strip();
            Instant iso = IsoDate.parse(trimmed);
            return iso == null ? WordyDate.parse(trimmed) : iso;
        } catch (DateTimeException e) {
            return null; // the form of a date, but no day or hour that there is
        }
    }

    /** The instant of a day and a time; both are checked here, so that each form needs to know its syntax only. */
    static Instant instant(LocalDate date, Clock clock) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("not a year of news");
        }
        LocalDateTime time = date.atStartOfDay().plusNanos(clock.nanoOfDay());
        return time.toInstant(clock.offset() == null ? ZoneOffset.UTC : clock.offset());
    }
}
