package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.text.LineShape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A line which tells when an article was published or changed, and nothing else.
 *
 * @param published what it says of the publication, or without saying of what; may be null
 * @param updated what it says of the last change; may be null
 */
public record TimeLine(Stamp published, Stamp updated) {
    /** Longer lines are prose that mentions a date. */
    private static final int MAX_LENGTH = 160;

    /**
     * A date, a time, or both.
     *
     * @param date null when the line gives a time only, or a date that can be read in two ways
     * @param time null when the line gives a date only
     * @param zone null when none is given, or one that can be read in several ways
     * @param remark what the reader had to assume; empty when nothing
     */
    public record Stamp(LocalDate date, LocalTime time, ZoneId zone, String remark) {

        /** The instant in UTC; a missing time is midnight, a missing zone UTC. Null without a date. */
        public Instant at() {
            if (date == null) {
                return null;
            }
            try {
                return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                        .atZone(zone == null ? ZoneOffset.UTC : zone)
                        .toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }

        public Stamp onDate(LocalDate day) {
            return new Stamp(day, time, zone, remark);
        }

        /** This date with the time of another line. */
        public Stamp atTimeOf(Stamp other) {
            return new Stamp(date, other.time(), other.zone(), other.remark());
        }
    }

    /**
     * Reads a line.
     *
     * @param line clean text
     * @param reference a date without a year is the last such day up to one day after this instant
     * @return empty when the line is anything but a time line
     */
    public static Optional<TimeLine> parse(String line, Instant reference) {
        if (line.length() > MAX_LENGTH || !LineShape.hasDigit(line)) {
            return Optional.empty();
        }
        return Optional.ofNullable(new TimeLineParser(TimeTokens.of(line), reference).parse());
    }
}
