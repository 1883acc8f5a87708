package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.time.TimeTokens.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds a date among other words on a short line: {@code Von Jana Beispiel | 12.10.2019 | 3 Kommentare}. */
public final class DateSearch {
    private static final int MAX_LENGTH = 300;
    private static final int YEAR_DIGITS = 4;
    /** Tokens of {@code 03.01.20}. */
    private static final int NUMERIC_DATE = 5;

    /** Which number of {@code 3/4/2020} is the day, where nothing in the date tells. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private DateSearch() {}

    /**
     * The first date that names its year.
     *
     * @param line clean text
     * @param order of day and month where both readings are possible
     */
    public static Optional<LocalDate> first(String line, Order order, Instant reference) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<Token> tokens = TimeTokens.of(line);
        DateReader reader = new DateReader(tokens, reference);
        for (int i = 0; i < tokens.size(); i++) {
            DateReader.Found found = reader.at(i);
            if (found != null && namesYear(tokens, i, found.next())) {
                boolean last = order == Order.MONTH_FIRST && found.days().size() > 1;
                return Optional.of(found.days().get(last ? 1 : 0));
            }
        }
        return Optional.empty();
    }

    /** A year of four digits, or a date that is all numbers: those always have one. */
    private static boolean namesYear(List<Token> tokens, int from, int to) {
        return to - from == NUMERIC_DATE
                || tokens.subList(from, to).stream().anyMatch(token -> token.isNumber(YEAR_DIGITS, YEAR_DIGITS));
    }
}
