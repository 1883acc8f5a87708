package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.time.TimeTokens.Kind;
import dev.dateline.enrich.extract.time.TimeTokens.Token;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one date at a position among tokens, in the styles news sites print. */
final class DateReader {
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "º", "ª", "o");
    private static final Set<String> BETWEEN = Set.of("de", "of", "del");
    private static final String MARKS_IN_DATE = ".,-/'";
    private static final int LEAST_YEAR = 1500;
    private static final int MOST_YEAR = 2999;
    private static final int THIS_CENTURY = 2000;
    /** Enough to step from any year to the last 29th of February. */
    private static final int YEARS_BACK = 8;

    /**
     * A date found.
     *
     * @param days the days it can mean: one, or two when day and month of a numeric date can't be told apart
     * @param next index of the token behind it
     */
    record Found(List<LocalDate> days, int next) {}

    private final List<Token> tokens;
    private final LocalDate latest;

    DateReader(List<Token> tokens, Instant reference) {
        this.tokens = tokens;
        this.latest = reference.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }

    /** The date at a position, or null. */
    Found at(int i) {
        Token token = token(i);
        if (token == null || token.kind() == Kind.MARK) {
            return null;
        }
        if (token.kind() == Kind.WORD) {
            return monthFirst(i);
        }
        Found numeric = token.isNumber(4, 4) ? yearFirst(i) : numeric(i);
        return numeric != null ? numeric : dayThenMonth(i);
    }

    /** {@code 2020-01-03}, {@code 2020/1/3}, {@code 2020年1月3日}. */
    private Found yearFirst(int i) {
        Token separator = token(i + 1);
        boolean shaped = separator != null
                && (separator.isMark("-/.") || isOneOf(i + 1, "年년"))
                && isNumber(i + 2, 1, 2)
                && token(i + 3) != null
                && isNumber(i + 4, 1, 2);
        if (!shaped) {
            return null;
        }
        boolean asian = separator.kind() == Kind.WORD;
        boolean closed = asian ? isOneOf(i + 3, "月월") : token(i + 3).text().equals(separator.text());
        LocalDate day = date(value(i), value(i + 2), value(i + 4));
        if (!closed || day == null) {
            return null;
        }
        return new Found(List.of(day), asian && isOneOf(i + 5, "日일") ? i + 6 : i + 5);
    }

    /** {@code 03.01.2020} is the third of January everywhere; {@code 03/01/2020} and {@code 03-01-2020} are not. */
    private Found numeric(int i) {
        Token separator = token(i + 1);
        boolean shaped = isNumber(i, 1, 2)
                && separator != null
                && separator.isMark("./-")
                && isNumber(i + 2, 1, 2)
                && token(i + 3) != null
                && token(i + 3).isMark(separator.text())
                && (isNumber(i + 4, 4, 4) || isNumber(i + 4, 2, 2));
        if (!shaped) {
            return null;
        }
        int year = value(i + 4) < 100 ? THIS_CENTURY + value(i + 4) : value(i + 4);
        LocalDate dayFirst = date(year, value(i + 2), value(i));
        LocalDate monthFirst = date(year, value(i), value(i + 2));
        List<LocalDate> days = new ArrayList<>();
        if (dayFirst != null) {
            days.add(dayFirst);
        }
        boolean dotted = separator.isMark(".");
        if (monthFirst != null && !monthFirst.equals(dayFirst) && !(dotted && dayFirst != null)) {
            days.add(monthFirst);
        }
        return days.isEmpty() ? null : new Found(days, i + 5);
    }

    /** {@code 3 January 2020}, {@code 3rd of Jan.}, {@code 3. Januar 2020}, {@code 03-Jan-20}. */
    private Found dayThenMonth(int i) {
        if (!isNumber(i, 1, 2)) {
            return null;
        }
        int at = skipMarks(skipOrdinal(i + 1));
        at = skipMarks(skipBetween(at));
        int month = month(at);
        return month == 0 ? null : withYear(month, value(i), at + 1);
    }

    /** {@code January 3, 2020}, {@code Jan. 3rd}. */
    private Found monthFirst(int i) {
        int month = month(i);
        int at = skipMarks(i + 1);
        if (month == 0 || !isNumber(at, 1, 2)) {
            return null;
        }
        return withYear(month, value(at), skipOrdinal(at + 1));
    }

    private Found withYear(int month, int day, int afterDay) {
        int at = skipMarks(skipBetween(skipMarks(afterDay)));
        boolean shortYear =
                isNumber(at, 2, 2) && token(at).glued() && token(at - 1).isMark("-'");
        if ((isNumber(at, 4, 4) || shortYear) && !isTime(at)) {
            LocalDate date = date(shortYear ? THIS_CENTURY + value(at) : value(at), month, day);
            if (date != null) {
                return new Found(List.of(date), at + 1);
            }
        }
        LocalDate date = latestOn(month, day);
        return date == null ? null : new Found(List.of(date), afterDay);
    }

    /** A number of four digits may be a time of day instead: {@code Jan 3 1944 GMT}. */
    private boolean isTime(int at) {
        Token next = token(at + 1);
        return next != null && next.kind() == Kind.WORD && TimeNames.isZone(next.text()) && value(at) < 2400;
    }

    private LocalDate latestOn(int month, int day) {
        for (int year = latest.getYear(); year >= latest.getYear() - YEARS_BACK; year--) {
            LocalDate date = date(year, month, day);
            if (date != null && !date.isAfter(latest)) {
                return date;
            }
        }
        return null;
    }

    private int skipOrdinal(int i) {
        Token token = token(i);
        boolean ordinal = token != null
                && token.glued()
                && token.kind() == Kind.WORD
                && ORDINALS.contains(Fold.all(token.text()));
        return ordinal ? i + 1 : i;
    }

    private int skipBetween(int i) {
        Token token = token(i);
        boolean between = token != null && token.kind() == Kind.WORD && BETWEEN.contains(Fold.all(token.text()));
        return between ? i + 1 : i;
    }

    private int skipMarks(int i) {
        int at = i;
        while (token(at) != null && token(at).isMark(MARKS_IN_DATE)) {
            at++;
        }
        return at;
    }

    private int month(int i) {
        Token token = token(i);
        return token == null || token.kind() != Kind.WORD ? 0 : TimeNames.month(token.text());
    }

    private boolean isOneOf(int i, String words) {
        Token token = token(i);
        return token != null && token.kind() == Kind.WORD && words.contains(token.text());
    }

    private boolean isNumber(int i, int leastDigits, int mostDigits) {
        Token token = token(i);
        return token != null && token.isNumber(leastDigits, mostDigits);
    }

    private int value(int i) {
        return tokens.get(i).value();
    }

    private Token token(int i) {
        return i < tokens.size() ? tokens.get(i) : null;
    }

    private static LocalDate date(int year, int month, int day) {
        if (year < LEAST_YEAR || year > MOST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
