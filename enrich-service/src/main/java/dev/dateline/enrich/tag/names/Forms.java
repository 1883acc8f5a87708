package dev.dateline.enrich.tag.names;

import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways in which one article writes names, in the order in which they were found. */
final class Forms {
    /** A text with more names is no article; further ones are left out. */
    private static final int MAX = 2_000;

    private static final int LONGEST_ACRONYM = 8;

    private final KnownNames known;
    private final Gazetteer gazetteer;
    private final Map<String, Form> byKey = new LinkedHashMap<>();
    /** First words with the most words of a form that starts so. */
    private final Map<String, Integer> longest = new HashMap<>();

    Forms(KnownNames known, Gazetteer gazetteer) {
        this.known = known;
        this.gazetteer = gazetteer;
    }

    Collection<Form> all() {
        return byKey.values();
    }

    /** The form with this key, or null. */
    Form get(String key) {
        return byKey.get(key);
    }

    /** Whether the table of well-known names has this word. */
    boolean isKnown(NameWords words, int token) {
        return known.of(words, token, token) != null;
    }

    /** The form that these words are; a new one when they were not known. Null when there are too many. */
    Form of(NameWords words, int first, int last) {
        String key = words.key(first, last);
        Form form = byKey.get(key);
        if (form == null && byKey.size() < MAX) {
            form = made(key, words, first, last);
            byKey.put(key, form);
            longest.merge(words.word(first), last - first + 1, Math::max);
        }
        return form;
    }

    private Form made(String key, NameWords words, int first, int last) {
        Tokens tokens = words.tokens();
        boolean acronym = first == last && tokens.isAllCapitals(first) && tokens.length(first) <= LONGEST_ACRONYM;
        Gazetteer.Match match = gazetteer.match(tokens, first, last + 1, "en");
        boolean whole = match != null && match.length() == last - first + 1;
        Form.Owner owner = null;
        if (!whole && match != null && !match.place().isCity()) {
            owner = new Form.Owner(match.length(), match.place().country());
        } else if (!whole && known.match(words, first) > 0) {
            owner = new Form.Owner(known.match(words, first), null);
        }
        return new Form(key, acronym, known.of(words, first, last), whole ? match.place() : null, owner);
    }

    /** The form that most of the words from here on are, spelled as a name; null when none is. */
    Form match(NameWords words, int from) {
        Integer most = longest.get(words.word(from));
        if (most == null) {
            return null;
        }
        for (int length = words.reach(from, most); length > 0; length--) {
            Form form = byKey.get(words.key(from, from + length - 1));
            if (form != null && form.isSpelled(words, from)) {
                return form;
            }
        }
        return null;
    }
}
