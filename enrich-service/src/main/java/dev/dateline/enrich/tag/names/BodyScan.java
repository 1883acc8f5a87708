package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.MentionSource;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what the tagger left: names that it found elsewhere in the body, well-known names, and countries with their people. What is a
 * name once is one everywhere, unless the tagger mostly thought otherwise.
 */
final class BodyScan {
    private static final Set<String> HONORIFICS = Cues.NAMES.of("honorific");
    private static final Set<String> ROLES = Cues.NAMES.of("role");

    /** What a table speaks for a type. */
    private static final double KNOWN = 0.9;
    /** A word repeats as a name when the tagger's belief in it is at least this for each time that it did not believe. */
    private static final double LEAST_BELIEF = 0.3;

    private final NameWords words;
    private final Tokens tokens;
    private final Forms forms;
    private final KnownNames known;
    private final Gazetteer gazetteer;
    private final BitSet taken;
    private final Set<String> small;
    /** Words that may repeat a name. */
    private final Map<Form, List<Occurrence>> repeats = new HashMap<>();

    BodyScan(NameWords words, Forms forms, KnownNames known, Gazetteer gazetteer, BitSet taken, Set<String> small) {
        this.words = words;
        this.tokens = words.tokens();
        this.forms = forms;
        this.known = known;
        this.gazetteer = gazetteer;
        this.taken = taken;
        this.small = small;
    }

    void read() {
        int at = 0;
        while (at < words.size()) {
            at += Math.max(1, taken.get(at) ? 1 : read(at));
        }
        repeats.forEach((form, occurrences) -> {
            if (form.allVotes() >= LEAST_BELIEF * occurrences.size()) {
                occurrences.forEach(occurrence -> add(form, occurrence));
            }
        });
    }

    private void add(Form form, Occurrence occurrence) {
        form.add(occurrence);
        taken.set(occurrence.first(), occurrence.last() + 1);
    }

    /** How many words from here on are a name; 0 when none are. */
    private int read(int at) {
        Form form = tokens.isCapital(at) || tokens.length(at) <= 3 ? forms.match(words, at) : null;
        int repeated = form == null ? 0 : form.size();
        int table = tokens.isCapital(at) ? known.match(words, at) : 0;
        Gazetteer.Match place = tokens.isCapital(at) ? gazetteer.match(tokens, at, words.size(), "en") : null;
        int placed = place == null || place.place().isCity() ? 0 : place.length();
        int length = Math.max(repeated, Math.max(table, placed));
        if (length == 0 || taken.get(at + length - 1) || isPartOfMore(at, length)) {
            return 0;
        }
        if (length == repeated) {
            return repeat(form, at);
        }
        MentionSource from = length == table ? MentionSource.ALIAS : MentionSource.GAZETTEER;
        Form found = forms.of(words, at, at + length - 1);
        if (found != null) {
            EntityType type =
                    found.known() != null ? found.known().type() : found.isDemonym() ? EntityType.MISC : EntityType.LOC;
            found.vote(type, KNOWN);
            add(found, new Occurrence(false, at, at + length - 1, from, KNOWN));
        }
        return length;
    }

    private int repeat(Form form, int at) {
        if (form.size() == 1 && opensAsCommonWord(at)) {
            return 0;
        }
        repeats.computeIfAbsent(form, key -> new ArrayList<>())
                .add(new Occurrence(false, at, at + form.size() - 1, MentionSource.REPEAT, 0));
        return form.size();
    }

    private boolean opensAsCommonWord(int at) {
        return tokens.opens(at) && !tokens.isAllCapitals(at) && small.contains(tokens.folded(at));
    }

    /** Whether a single word is part of a longer run of capitals that nobody knows: Trump in Trump Tower. */
    private boolean isPartOfMore(int at, int length) {
        if (length > 1) {
            return false;
        }
        return continues(at + 1) || (continues(at) && !isOffice(at - 1) && !tokens.opens(at - 1));
    }

    private boolean continues(int at) {
        return at > 0
                && at < words.size()
                && tokens.gap(at) != Gap.APART
                && tokens.gap(at) != Gap.HYPHEN
                && tokens.isCapital(at)
                && tokens.isCapital(at - 1)
                && !taken.get(at)
                && !taken.get(at - 1)
                && gazetteer.match(tokens, at - 1, at, "en") == null
                && gazetteer.match(tokens, at, at + 1, "en") == null;
    }

    private boolean isOffice(int at) {
        return HONORIFICS.contains(words.word(at)) || ROLES.contains(words.word(at));
    }
}
