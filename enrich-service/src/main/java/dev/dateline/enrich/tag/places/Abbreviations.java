package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.HashMap;
import java.util.Map;

/** Abbreviations of parts of countries, as exactly as they are written: {@code Calif.} and {@code CA}, but no {@code Ca}. */
final class Abbreviations {
    private static final Map<String, String> CODES = read();
    private static final int LONGEST = 6;

    private Abbreviations() {}

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        for (String line : ResourceLines.of(Abbreviations.class, "abbreviations.tsv")) {
            String[] cells = line.split("\t", -1);
            for (String abbreviation : cells[1].split(",", -1)) {
                codes.put(abbreviation, cells[0]);
            }
        }
        return Map.copyOf(codes);
    }

    /** GeoNames' code of the part that the tokens, both inclusive, and a full stop after them stand for; null when there is none. */
    static String part(Tokens tokens, int first, int last) {
        int start = tokens.start(first);
        int end = tokens.end(last);
        if (end - start > LONGEST) {
            return null;
        }
        String text = tokens.text();
        boolean stop = end < text.length() && text.charAt(end) == '.';
        String code = stop ? CODES.get(text.substring(start, end + 1)) : null;
        return code == null ? CODES.get(text.substring(start, end)) : code;
    }
}
