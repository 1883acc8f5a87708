package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.time.TimeLine.Stamp;
import dev.dateline.enrich.extract.time.TimeTokens.Kind;
import dev.dateline.enrich.extract.time.TimeTokens.Token;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tokens of one line from left to right. The line is a time line only if every token is part of a date, a time or
 * a zone, or a word that stands around these ("Published", "on", a weekday): one word of prose, and it is not.
 */
final class TimeLineParser {
    private static final int MAX_TOKENS = 60;
    private static final String PUBLISHED = "published";
    private static final String UPDATED = "updated";
    private static final String MARKS = ".,:;()[]|-–—·•/'*−";

    private final List<Token> tokens;
    private final DateReader dates;
    private final ClockReader clock;
    private final List<Part> parts = new ArrayList<>();
    private Part part = new Part();
    private boolean relative;
    private int at;

    TimeLineParser(List<Token> tokens, Instant reference) {
        this.tokens = tokens;
        this.dates = new DateReader(tokens, reference);
        this.clock = new ClockReader(tokens);
        parts.add(part);
    }

    /** The line's meaning, or null when it is not a time line. */
    TimeLine parse() {
        if (tokens.size() > MAX_TOKENS) {
            return null;
        }
        while (at < tokens.size()) {
            if (!date() && !time() && !zone() && !offset() && !word() && !mark()) {
                return null;
            }
        }
        Stamp published = stamp(false);
        Stamp updated = stamp(true);
        return published == null && updated == null && !relative ? null : new TimeLine(published, updated);
    }

    private boolean date() {
        DateReader.Found found = dates.at(at);
        if (found == null) {
            return false;
        }
        if (part.days.isEmpty()) {
            part.days = found.days();
        }
        at = found.next();
        return true;
    }

    private boolean time() {
        ClockReader.Found found = clock.at(at);
        if (found == null) {
            return false;
        }
        if (part.time == null) {
            part.time = found.time();
        }
        at = found.next();
        return true;
    }

    private boolean zone() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.WORD || part.time == null || !TimeNames.isZone(token.text())) {
            return false;
        }
        if (!part.zoneSeen) {
            part.zoneSeen = true;
            part.zone = TimeNames.zone(token.text());
        }
        at++;
        return true;
    }

    /** An offset counts behind a time or behind the zone it counts from: {@code 19:44 -0500}, {@code 19:44 GMT+1}. */
    private boolean offset() {
        ClockReader.Offset found = part.time == null ? null : clock.offset(at);
        if (found == null) {
            return false;
        }
        part.zoneSeen = true;
        part.zone = found.offset();
        at = found.next();
        return true;
    }

    private boolean word() {
        Token token = tokens.get(at);
        if (token.kind() == Kind.NUMBER) {
            return relativeAmount();
        }
        if (token.kind() != Kind.WORD) {
            return false;
        }
        DayOfWeek weekday = TimeNames.weekday(token.text());
        String sense = TimeNames.sense(token.text());
        if (weekday != null) {
            part.weekday = part.weekday == null ? weekday : part.weekday;
        } else if (sense == null) {
            return false;
        } else if (sense.equals(PUBLISHED) || sense.equals(UPDATED)) {
            begin(sense.equals(UPDATED));
        }
        at++;
        return true;
    }

    /** {@code 2 hours ago}: a time line, though it does not say when. */
    private boolean relativeAmount() {
        boolean unit = at + 1 < tokens.size()
                && "unit".equals(TimeNames.sense(tokens.get(at + 1).text()));
        if (!unit || tokens.stream().noneMatch(token -> "ago".equals(TimeNames.sense(token.text())))) {
            return false;
        }
        relative = true;
        at += 2;
        return true;
    }

    private boolean mark() {
        if (!tokens.get(at).isMark(MARKS)) {
            return false;
        }
        at++;
        return true;
    }

    private void begin(boolean updated) {
        if (!part.isEmpty()) {
            part = new Part();
            parts.add(part);
        }
        part.updated |= updated;
    }

    private Stamp stamp(boolean updated) {
        return parts.stream()
                .filter(candidate -> candidate.updated == updated && !candidate.isEmpty())
                .findFirst()
                .map(Part::stamp)
                .orElse(null);
    }

    /** What belongs to one "published" or "updated". */
    private static final class Part {
        private boolean updated;
        private List<LocalDate> days = List.of();
        private DayOfWeek weekday;
        private LocalTime time;
        private boolean zoneSeen;
        private ZoneId zone;

        boolean isEmpty() {
            return days.isEmpty() && time == null;
        }

        Stamp stamp() {
            LocalDate day = day();
            String remark = "";
            if (day == null && !days.isEmpty()) {
                remark = "day and month of the date can't be told apart";
            } else if (time == null) {
                remark = "a date without a time, taken as midnight UTC";
            } else if (zone == null) {
                remark = zoneSeen
                        ? "the zone's abbreviation has several meanings, time taken as UTC"
                        : "no zone given, time taken as UTC";
            }
            return new Stamp(day, time, zone, remark);
        }

        private LocalDate day() {
            if (days.size() > 1 && weekday != null) {
                List<LocalDate> fitting = days.stream()
                        .filter(candidate -> candidate.getDayOfWeek() == weekday)
                        .toList();
                return fitting.size() == 1 ? fitting.get(0) : null;
            }
            return days.size() == 1 ? days.get(0) : null;
        }
    }
}
