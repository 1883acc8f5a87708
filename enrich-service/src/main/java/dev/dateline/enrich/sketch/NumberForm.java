package dev.dateline.enrich.sketch;

/**
 * One form for each way to write a number: 1,000 and 1.000 and 1'000 are 1000; 1.000,50 is 1000.5; 05 is 5. Dates and versions
 * (12.03.2024) keep their parts. What can be read in two ways (1.250) is taken for thousands, in each text alike.
 */
final class NumberForm {
    private static final int GROUP = 3;

    private NumberForm() {}

    /**
     * @param text digits with single separators between them
     * @param start the first digit
     * @param end after the last digit
     */
    static long hash(char[] text, int start, int end) {
        int last = lastSeparator(text, start, end);
        if (last < 0) {
            return digits(0, text, start, end, false);
        }
        boolean grouped = isGrouped(text, start, last, text[last]);
        if (grouped && end - last - 1 == GROUP && text[start] != '0') {
            return digits(0, text, start, end, false);
        }
        int before = lastSeparator(text, start, last);
        if (before < 0 || (text[before] != text[last] && isGrouped(text, start, last, text[before]))) {
            return fraction(digits(0, text, start, last, false), text, last + 1, end);
        }
        return digits(0, text, start, end, true);
    }

    /** True if groups of two (as in India) or three digits follow each separator up to the end, and all separators are the same. */
    private static boolean isGrouped(char[] text, int start, int end, char separator) {
        int length = 0;
        boolean first = true;
        for (int i = start; i <= end; i++) {
            if (i < end && isDigit(text[i])) {
                length++;
            } else {
                boolean sameMark = i == end || text[i] == separator;
                boolean fits = length <= GROUP && (first || length >= GROUP - 1);
                if (!sameMark || !fits) {
                    return false;
                }
                first = false;
                length = 0;
            }
        }
        return true;
    }

    private static long digits(long seed, char[] text, int start, int end, boolean withSeparators) {
        long hash = seed;
        for (int i = start; i < end; i++) {
            if (isDigit(text[i])) {
                int digit = Character.digit(text[i], 10);
                hash = hash == 0 && digit == 0 ? 0 : Words.step(hash, '0' + digit); // zeros before it do not count
            } else if (withSeparators) {
                hash = Words.step(hash, '/');
            }
        }
        return hash;
    }

    private static long fraction(long whole, char[] text, int start, int end) {
        int trimmed = end;
        while (trimmed > start && Character.digit(text[trimmed - 1], 10) == 0) {
            trimmed--;
        }
        if (trimmed == start) {
            return whole;
        }
        long hash = Words.step(whole, '.');
        for (int i = start; i < trimmed; i++) {
            hash = Words.step(hash, '0' + Character.digit(text[i], 10));
        }
        return hash;
    }

    private static int lastSeparator(char[] text, int start, int end) {
        for (int i = end - 1; i > start; i--) {
            if (!isDigit(text[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigit(char unit) {
        return Alphabet.kindOf(unit) == Alphabet.DIGIT;
    }
}
