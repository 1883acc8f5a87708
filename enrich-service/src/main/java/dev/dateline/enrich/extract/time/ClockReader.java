package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.time.TimeTokens.Kind;
import dev.dateline.enrich.extract.time.TimeTokens.Token;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Reads one time of day, or one offset from UTC, at a position among tokens. */
final class ClockReader {
    private static final Set<String> HOUR_WORDS = Set.of("h", "uhr", "hrs", "hours");
    private static final int NOON = 12;

    /** A time found, and the index of the token behind it. */
    record Found(LocalTime time, int next) {}

    /** An offset found, and the index of the token behind it. */
    record Offset(ZoneOffset offset, int next) {}

    private final List<Token> tokens;

    ClockReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The time at a position, or null. */
    Found at(int i) {
        if (isNumber(i, 1, 2)) {
            Found found = hoursAndMinutes(i);
            return found != null ? found : hoursAlone(i);
        }
        return isNumber(i, 4, 4) ? fourDigits(i) : null;
    }

    /** {@code 19:44}, {@code 19:44:00.123}, {@code 7:44 p.m.}, {@code 19h44}, {@code 19.44 Uhr}, {@code 7.44pm}. */
    private Found hoursAndMinutes(int i) {
        boolean hourWord = isWord(i + 1, "h");
        boolean colon = isMark(i + 1, ":") || hourWord;
        boolean dot = isMark(i + 1, ".");
        if (!(colon || dot) || !isNumber(i + 2, 2, 2) || !(tokens.get(i + 2).glued() || hourWord)) {
            return null;
        }
        int at = i + 3;
        int second = 0;
        if (colon && isMark(at, ":") && isNumber(at + 1, 2, 2)) {
            second = value(at + 1);
            at += 2;
            if (isMark(at, ".,") && isNumber(at + 1, 1, 9) && tokens.get(at + 1).glued()) {
                at += 2;
            }
        }
        boolean saysTime = halfOfDay(at) != 0 || isHourWord(at) || isZone(at);
        return colon || saysTime ? withHalf(value(i), value(i + 2), second, at) : null;
    }

    /** {@code 7pm}, {@code 19h}, {@code 19 Uhr}. */
    private Found hoursAlone(int i) {
        if (halfOfDay(i + 1) != 0) {
            return withHalf(value(i), 0, 0, i + 1);
        }
        boolean hours =
                isWord(i + 1, "uhr") || (isWord(i + 1, "h") && tokens.get(i + 1).glued());
        return hours ? found(value(i), 0, 0, i + 2) : null;
    }

    /** {@code 1944 GMT}, as wires print it. */
    private Found fourDigits(int i) {
        boolean saysTime = isZone(i + 1) || isWord(i + 1, "hrs") || isWord(i + 1, "hours");
        return saysTime ? found(value(i) / 100, value(i) % 100, 0, i + 1) : null;
    }

    private Found withHalf(int hour, int minute, int second, int at) {
        int half = halfOfDay(at);
        // German "am" means "on": after 19:44 it can't be the half of the day.
        if (half == 0 || hour > NOON) {
            return found(hour, minute, second, at);
        }
        int next = at + 1;
        if (isMark(next, ".") && isWord(next + 1, "m")) {
            next += isMark(next + 2, ".") ? 3 : 2;
        }
        boolean afternoon = half > 0;
        return found(hour % NOON + (afternoon ? NOON : 0), minute, second, next);
    }

    /** -1 for am, 1 for pm, 0 for neither. */
    private int halfOfDay(int i) {
        boolean dotted = isMark(i + 1, ".") && isWord(i + 2, "m");
        if (isWord(i, "am") || (isWord(i, "a") && dotted)) {
            return -1;
        }
        return isWord(i, "pm") || (isWord(i, "p") && dotted) ? 1 : 0;
    }

    /** {@code +01:00}, {@code -0500} or {@code +1} at a position, or null. */
    Offset offset(int i) {
        boolean signed =
                isMark(i, "+-−") && i + 1 < tokens.size() && tokens.get(i + 1).glued();
        if (!signed) {
            return null;
        }
        int sign = isMark(i, "+") ? 1 : -1;
        if (isNumber(i + 1, 4, 4)) {
            return offset(sign, value(i + 1) / 100, value(i + 1) % 100, i + 2);
        }
        if (isNumber(i + 1, 1, 2)) {
            boolean minutes = isMark(i + 2, ":") && isNumber(i + 3, 2, 2);
            return offset(sign, value(i + 1), minutes ? value(i + 3) : 0, minutes ? i + 4 : i + 2);
        }
        return null;
    }

    private static Offset offset(int sign, int hours, int minutes, int next) {
        try {
            return new Offset(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes), next);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Found found(int hour, int minute, int second, int next) {
        boolean valid = hour < 24 && minute < 60 && second < 60;
        return valid ? new Found(LocalTime.of(hour, minute, second), next) : null;
    }

    private boolean isHourWord(int i) {
        return i < tokens.size()
                && tokens.get(i).kind() == Kind.WORD
                && HOUR_WORDS.contains(Fold.all(tokens.get(i).text()));
    }

    private boolean isZone(int i) {
        return i < tokens.size()
                && tokens.get(i).kind() == Kind.WORD
                && TimeNames.isZone(tokens.get(i).text());
    }

    private boolean isNumber(int i, int leastDigits, int mostDigits) {
        return i < tokens.size() && tokens.get(i).isNumber(leastDigits, mostDigits);
    }

    private boolean isMark(int i, String marks) {
        return i < tokens.size() && tokens.get(i).isMark(marks);
    }

    private boolean isWord(int i, String folded) {
        return i < tokens.size() && tokens.get(i).isWord(folded);
    }

    private int value(int i) {
        return tokens.get(i).value();
    }
}
