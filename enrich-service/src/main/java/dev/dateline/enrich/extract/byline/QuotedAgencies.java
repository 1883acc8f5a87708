package dev.dateline.enrich.extract.byline;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/**
 * Agencies that a text quotes: "told Reuters", "according to the AFP news agency", "Xinhua reported". In prose "PA" may be anything, so a
 * name counts only beside such words.
 */
public final class QuotedAgencies {
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_QUOTED = 12;
    private static final int CONTEXT = 24;
    private static final Phrases BEFORE = Phrases.load("quoting-before.txt");
    private static final Phrases AFTER = Phrases.load("quoting-after.txt");

    /**
     * One place of a text.
     *
     * @param name the agency's usual name
     * @param start UTF-16 index of the first of the words that quote it
     * @param end after the last
     */
    public record Quoted(String name, int start, int end) {}

    private QuotedAgencies() {}

    /** In the order of the text, at most a dozen; each agency may be there more than once. */
    public static List<Quoted> in(String text) {
        List<Quoted> quoted = new ArrayList<>();
        int limit = Math.min(text.length(), MAX_TEXT);
        int i = 0;
        while (i < limit && quoted.size() < MAX_QUOTED) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            String spelling = Agencies.spellingAt(text, i);
            int end = spelling == null ? Agencies.wordEnd(text, i) : i + spelling.length();
            if (spelling != null && !Agencies.name(spelling).equals(Agencies.UNNAMED)) {
                add(text, i, end, Agencies.name(spelling), quoted);
            }
            i = end;
        }
        return List.copyOf(quoted);
    }

    private static void add(String text, int start, int end, String name, List<Quoted> quoted) {
        int before = before(text, start);
        if (before >= 0) {
            quoted.add(new Quoted(name, before, end));
            return;
        }
        String after = text.substring(end, Math.min(text.length(), end + CONTEXT));
        String phrase = after.startsWith(" ") ? AFTER.opening(Fold.all(after.substring(1))) : null;
        if (phrase != null) {
            quoted.add(new Quoted(name, start, end + 1 + phrase.length()));
        }
    }

    /** Where the words before a name begin that quote it, or -1. */
    private static int before(String text, int start) {
        int from = Math.max(0, start - CONTEXT);
        if (start == 0 || text.charAt(start - 1) != ' ') {
            return -1;
        }
        for (int i = start - 2; i >= from; i--) {
            boolean wordStarts =
                    Character.isLetter(text.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            if (wordStarts && BEFORE.contains(Fold.all(text.substring(i, start - 1)))) {
                return i;
            }
        }
        return -1;
    }
}
