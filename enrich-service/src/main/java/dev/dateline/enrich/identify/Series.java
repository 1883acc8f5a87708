package dev.dateline.enrich.identify;

import dev.dateline.common.wire.Digest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headline without the mark under which agencies send a story again: {@code UPDATE 2-Fed holds rates}, {@code CORRECTED - ...},
 * {@code REFILE-...}. What is left is the slug; the same slug from the same source is the same story.
 *
 * @param marked whether there was such a mark
 * @param key hash of source and slug
 */
public record Series(boolean marked, String key) {
    private static final int MAX_MARKS = 3;

    /** Reuters, AP, AFP and dpa style. A mark is in capitals and ends with a dash or colon, so that no plain headline has one. */
    private static final Pattern MARK = Pattern.compile(
            "^\\s*+(?:(?:UPDATE|WRAPUP|ADDS|RECASTS|REFILES?|REFILED|CORRECTED|CORRECTS|CORRECTION|CORRECTING|RPT|REPEATS?|REPEATING|RESENDING|RESENDS"
                    + "|AMENDED|REVISED|KORREKTUR|BERICHTIGUNG|WIEDERHOLUNG|NEU)(?:[ -]?+[0-9]{1,2})?+(?:-OFFICIAL)?+)\\s*+[-\u2013\u2014:]\\s*+");

    /** The series of a headline. */
    public static Series of(String sourceId, String title) {
        String slug = title;
        boolean marked = false;
        for (int i = 0; i < MAX_MARKS; i++) {
            Matcher mark = MARK.matcher(slug);
            if (!mark.find()) {
                break;
            }
            marked = true;
            slug = slug.substring(mark.end());
        }
        String words = Normalizer.normalize(slug, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]++", " ")
                .trim();
        return new Series(marked && !words.isEmpty(), Digest.of("series", sourceId, words));
    }
}
