package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.MentionSource;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins names with their initials: where one of the two stands in parentheses after the other, whatever the tagger says (after Schwartz
 * and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003), and where a single institution of
 * the article has them.
 */
final class Acronyms {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    /** Shorter ones have the same letters by chance. */
    private static final int SHORTEST_ALONE = 3;

    /** What parentheses speak for an institution. */
    private static final double DEFINED = 0.6;

    private final NameWords words;
    private final Tokens tokens;
    private final Forms forms;
    private final BitSet taken;

    Acronyms(NameWords words, Forms forms, BitSet taken) {
        this.words = words;
        this.tokens = words.tokens();
        this.forms = forms;
        this.taken = taken;
    }

    /** Takes names and initials that explain each other letter by letter. To be called before the spans are read. */
    void define() {
        for (int i = 1; i < words.size(); i++) {
            if (!opensParenthesis(i)) {
                continue;
            }
            if (isAcronym(i) && closesParenthesis(i)) {
                int first = firstOf(words.word(i), i - 1);
                if (first >= 0) {
                    define(first, i - 1, i);
                }
            } else if (isAcronym(i - 1)) {
                int last = lastInParentheses(i);
                if (last > i && firstOf(words.word(i - 1), last) == i) {
                    define(i, last, i - 1);
                }
            }
        }
    }

    private void define(int first, int last, int acronym) {
        Form full = words.fit(first, last) ? forms.of(words, first, last) : null;
        Form initials = full == null ? null : forms.of(words, acronym, acronym);
        if (initials == null || taken.get(first) || taken.get(acronym)) {
            return;
        }
        EntityType type = full.place() != null && !full.isDemonym() ? EntityType.LOC : EntityType.ORG;
        full.vote(type, DEFINED);
        take(full, first, last);
        take(initials, acronym, acronym);
        initials.join(full);
    }

    private void take(Form form, int first, int last) {
        form.add(new Occurrence(false, first, last, MentionSource.ACRONYM, DEFINED));
        taken.set(first, last + 1);
    }

    /** Joins initials in parentheses with the span before them, when it has these letters in this order. */
    void joinParentheses() {
        Map<Integer, Form> byLastToken = new HashMap<>();
        for (Form form : forms.all()) {
            for (Occurrence occurrence : form.occurrences()) {
                byLastToken.put(occurrence.last(), form);
            }
        }
        for (Form form : forms.all()) {
            for (Occurrence occurrence : form.occurrences()) {
                int at = occurrence.first();
                Form before = form.isAcronym() && at > 0 && opensParenthesis(at) ? byLastToken.get(at - 1) : null;
                if (before != null && before.size() > 1 && closesParenthesis(at) && hasLetters(before, form.key())) {
                    form.join(before);
                }
            }
        }
    }

    /** Joins initials with the one institution of the article that has them. */
    void joinAlone() {
        Map<String, Form> byInitials = new HashMap<>();
        for (Form form : forms.all()) {
            if (form.size() >= SHORTEST_ALONE && form.type() == EntityType.ORG) {
                register(byInitials, initials(form, 0), form);
                Form.Owner owner = form.owner();
                if (owner != null && owner.words() == 1) {
                    // USDA is the US Department of Agriculture.
                    register(byInitials, form.firstWord() + initials(form, 1), form);
                }
            }
        }
        for (Form form : forms.all()) {
            boolean alone = form.isAcronym() && form.key().length() >= SHORTEST_ALONE && form.known() == null;
            Form full = alone ? byInitials.get(form.key()) : null;
            if (full != null && full != AMBIGUOUS && form.root() == form) {
                form.join(full);
            }
        }
    }

    private static void register(Map<String, Form> byInitials, String initials, Form form) {
        byInitials.merge(initials, form, (a, b) -> a.root() == b.root() ? a : AMBIGUOUS);
    }

    private static final Form AMBIGUOUS = new Form("", false, null, null, null);

    private static String initials(Form form, int from) {
        StringBuilder initials = new StringBuilder();
        for (int i = from; i < form.size(); i++) {
            if (!isSmallWord(form.words()[i])) {
                initials.append(form.words()[i].charAt(0));
            }
        }
        return initials.toString();
    }

    private static boolean hasLetters(Form name, String letters) {
        int at = 0;
        String key = name.key();
        if (key.charAt(0) != letters.charAt(0)) {
            return false;
        }
        for (int i = 0; i < key.length() && at < letters.length(); i++) {
            at += key.charAt(i) == letters.charAt(at) ? 1 : 0;
        }
        return at == letters.length();
    }

    /** Where the name begins whose words up to {@code last} have these initials; -1 when they have others. */
    private int firstOf(String letters, int last) {
        int first = firstOf(letters, last, false);
        return first >= 0 ? first : firstOf(letters, last, true);
    }

    /** The same, with or without a letter for small words such as "of". */
    private int firstOf(String letters, int last, boolean smallCount) {
        int letter = letters.length() - 1;
        int at = last;
        while (at >= 0 && last - at < NameWords.LONGEST && (at == last || !tokens.opens(at + 1))) {
            String word = words.word(at);
            boolean small = isSmallWord(word) && !tokens.isCapital(at);
            if (!small && !tokens.isCapital(at)) {
                return -1;
            }
            if (!small || (smallCount && word.charAt(0) == letters.charAt(letter))) {
                if (word.charAt(0) != letters.charAt(letter)) {
                    return -1;
                }
                letter--;
            }
            if (letter < 0) {
                return small ? -1 : at;
            }
            at--;
        }
        return -1;
    }

    private static boolean isSmallWord(String word) {
        return switch (word) {
            case "of", "and", "for", "the", "in", "on", "to", "de", "la" -> true;
            default -> false;
        };
    }

    private int lastInParentheses(int first) {
        int last = first;
        while (last < words.size() - 1 && last - first < NameWords.LONGEST && !closesParenthesis(last)) {
            last++;
        }
        return closesParenthesis(last) ? last : -1;
    }

    private boolean opensParenthesis(int token) {
        int start = tokens.start(token);
        return start > 0 && tokens.text().charAt(start - 1) == '(' && start - tokens.end(token - 1) <= 3;
    }

    private boolean closesParenthesis(int token) {
        int end = tokens.end(token);
        return end < tokens.text().length() && tokens.text().charAt(end) == ')';
    }

    private boolean isAcronym(int token) {
        int length = tokens.isAllCapitals(token) ? words.word(token).length() : 0;
        return length >= SHORTEST && length <= LONGEST && tokens.length(token) <= 2 * LONGEST;
    }
}
