package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.Mention;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;

/** Finds in a headline the names that the body has, because the capitals of headlines say little. */
final class TitleNames {
    private static final String FIELD = "title";
    private static final int MAX_TOKENS = 200;
    /** With a larger share of capitalised words it is written in title case or capitals. */
    private static final double TITLE_CASE = 0.6;
    /** Shorter words are small in title case, too. */
    private static final int SHORT = 3;

    private final Tokens tokens;
    private final String language;
    private final Gazetteer gazetteer;
    private final NameBook book;

    TitleNames(Tokens tokens, String language, Gazetteer gazetteer, NameBook book) {
        this.tokens = tokens;
        this.language = language;
        this.gazetteer = gazetteer;
        this.book = book;
    }

    void read() {
        boolean titleCase = isTitleCase();
        int end = Math.min(tokens.size(), MAX_TOKENS);
        int at = 0;
        while (at < end) {
            int length = tokens.isCapital(at) ? repeated(at, end) : 0;
            if (length == 0 && !titleCase) {
                length = place(at, end);
            }
            at += Math.max(1, length);
        }
    }

    private int repeated(int at, int end) {
        int longest = 1;
        while (longest < NameSpans.LONGEST && at + longest < end && tokens.gap(at + longest) != Gap.APART) {
            longest++;
        }
        for (int length = longest; length > 0; length--) {
            if (book.repeat(Gazetteer.key(tokens, at, at + length), mention(at, length))) {
                return length;
            }
        }
        return 0;
    }

    private int place(int at, int end) {
        Gazetteer.Match match = gazetteer.match(tokens, at, end, language);
        if (match == null) {
            return 0;
        }
        int length = match.length();
        book.add(match.place(), Gazetteer.key(tokens, at, at + length), mention(at, length));
        return length;
    }

    private boolean isTitleCase() {
        int capitals = 0;
        int words = 0;
        for (int i = 0; i < Math.min(tokens.size(), MAX_TOKENS); i++) {
            if (tokens.length(i) > SHORT && !tokens.isDigit(i)) {
                words++;
                capitals += tokens.isCapital(i) ? 1 : 0;
            }
        }
        return capitals > TITLE_CASE * words;
    }

    private Mention mention(int at, int length) {
        int start = tokens.start(at);
        int end = tokens.end(at + length - 1);
        return new Mention(FIELD, start, end, tokens.text().substring(start, end));
    }
}
