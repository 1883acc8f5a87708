package dev.dateline.enrich.tag.names;

import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;

/** The first words of one text in the {@link Spelling} that names are compared by, each made when it is first asked for. */
final class NameWords {
    /** No name has more words. */
    static final int LONGEST = 10;

    /** No word of a name has more UTF-16 units. */
    private static final int LONGEST_WORD = 40;

    private final Tokens tokens;
    private final boolean title;
    private final String[] words;

    NameWords(Tokens tokens, boolean title, int limit) {
        this.tokens = tokens;
        this.title = title;
        this.words = new String[Math.min(tokens.size(), limit)];
    }

    Tokens tokens() {
        return tokens;
    }

    boolean isTitle() {
        return title;
    }

    /** How many words are looked at. */
    int size() {
        return words.length;
    }

    String word(int token) {
        String word = words[token];
        if (word == null) {
            word = Spelling.of(tokens.folded(token));
            words[token] = word;
        }
        return word;
    }

    /** The words from {@code first} to {@code last}, itself included, with single spaces. */
    String key(int first, int last) {
        if (first == last) {
            return word(first);
        }
        StringBuilder key = new StringBuilder(word(first));
        for (int i = first + 1; i <= last; i++) {
            key.append(' ').append(word(i));
        }
        return key.toString();
    }

    /** Whether the words can be a name as far as their sizes tell. */
    boolean fit(int first, int last) {
        if (last - first >= LONGEST) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            if (tokens.length(i) > LONGEST_WORD) {
                return false;
            }
        }
        return true;
    }

    /** How many of the words from here on, {@code most} at most, stand close enough together to be one name. */
    int reach(int from, int most) {
        int end = Math.min(words.length, from + most);
        int at = from + 1;
        while (at < end && tokens.gap(at) != Gap.APART) {
            at++;
        }
        return at - from;
    }

    /** The text of the words, punctuation between them included. */
    String surface(int first, int last) {
        return tokens.text().substring(tokens.start(first), tokens.end(last));
    }
}
