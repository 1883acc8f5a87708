package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.time.TimeLine;
import dev.dateline.enrich.extract.time.TimeLine.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Brings the time lines of a text together: a date and a time on two lines, a first publication and a change. */
final class Stamps {
    /** Before it there was no newspaper (the Relation of Strasbourg, 1605, was the first). */
    private static final Instant EARLIEST =
            LocalDate.of(1600, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    /** Clocks and zones go wrong by hours; embargoed texts are sent days ahead. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private Stamp published;
    private Stamp updated;

    void add(TimeLine line) {
        published = together(published, line.published());
        updated = together(updated, line.updated());
    }

    /** Whether an article received then can have been published at this time. */
    static boolean isPlausible(Instant time, Instant receivedAt) {
        return !time.isBefore(EARLIEST) && !time.isAfter(receivedAt.plus(AHEAD));
    }

    /** The time of publication, or of the change when that is all the text tells; null when there is none that can be true. */
    Instant publishedAt(Instant receivedAt) {
        Instant time = plausible(published, receivedAt);
        return time == null ? plausible(updated, receivedAt) : time;
    }

    /** The time of the last change, when it is later than the publication; else null. */
    Instant modifiedAt(Instant receivedAt) {
        Instant first = publishedAt(receivedAt);
        if (first == null || updated == null) {
            return null;
        }
        boolean timeOnly = updated.date() == null && updated.time() != null && published != null;
        Instant changed = plausible(timeOnly ? updated.onDate(published.date()) : updated, receivedAt);
        return changed != null && changed.isAfter(first) ? changed : null;
    }

    /** What a reader of the evidence should know about a time line: what was assumed, or why it is not used. */
    static String remark(TimeLine line, Instant receivedAt) {
        Stamp stamp = line.published() == null ? line.updated() : line.published();
        if (stamp == null) {
            return "relative to a time the text does not tell";
        }
        if (stamp.at() != null && !isPlausible(stamp.at(), receivedAt)) {
            return "not used: it can't be true for a text received then";
        }
        return stamp.remark();
    }

    private static Instant plausible(Stamp stamp, Instant receivedAt) {
        Instant time = stamp == null ? null : stamp.at();
        return time != null && isPlausible(time, receivedAt) ? time : null;
    }

    private static Stamp together(Stamp known, Stamp further) {
        if (known == null || further == null) {
            return known == null ? further : known;
        }
        if (known.date() == null && further.date() != null) {
            return further.time() == null && known.time() != null ? further.atTimeOf(known) : further;
        }
        boolean addsTime = known.time() == null && further.time() != null && further.date() == null;
        return addsTime ? known.atTimeOf(further) : known;
    }
}
