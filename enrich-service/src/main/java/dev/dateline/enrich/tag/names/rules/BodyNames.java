package dev.dateline.enrich.tag.names.rules;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.names.rules.NameSpans.Span;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.KnownPlace;
import dev.dateline.enrich.tag.text.Folding;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the names of one body into a {@link NameBook}. Used once. */
final class BodyNames {
    private final List<dev.dateline.enrich.tag.spans.Span> found = new ArrayList<>();
    private static final Set<String> NEVER = Cues.NAMES.of("never");
    private static final Set<String> OPENERS = Cues.NAMES.of("opener");
    private static final Set<String> FIRST_WORDS = Cues.NAMES.of("first");
    private static final Set<String> STARTERS = Cues.NAMES.of("starter");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    /** They capitalise every noun, so that a single capital says nothing. */
    private static final Set<String> NOUNS_CAPITALISED = Set.of("de", "lb", "nds", "gsw");

    /** Words to look at: more than any news article has. */
    private static final int MAX_TOKENS = 20_000;
    /** With a larger share of words in capitals, capitals say nothing. */
    private static final double SHOUTING = 0.6;

    private final Tokens tokens;
    private final String language;
    private final StopWords stopWords;
    private final Gazetteer gazetteer;
    private final NameCues cues;
    private final Set<String> small = new HashSet<>();
    /** Single words whose capital may be owed to their place in the sentence. */
    private final List<Span> doubtful = new ArrayList<>();

    /** The name read last. */
    private Span before;
    /** Last token of the place read last: a name such as Trinidad and Tobago reaches over several runs. */
    private int covered = -1;

    BodyNames(Tokens tokens, String language, Gazetteer gazetteer) {
        this.tokens = tokens;
        this.language = language;
        this.stopWords = StopWords.of(language);
        this.gazetteer = gazetteer;
        this.cues = new NameCues(tokens);
    }

    List<dev.dateline.enrich.tag.spans.Span> read() {
        if (isShouting()) {
            return found;
        }
        for (Span span : NameSpans.in(tokens, MAX_TOKENS)) {
            Span trimmed = span.first() <= covered ? null : trimmed(span);
            if (trimmed != null) {
                classify(trimmed);
            }
        }
        return found;
    }

    /** Whether the body is written in capitals; on the way, notes the words that are not. */
    private boolean isShouting() {
        int capitals = 0;
        int words = 0;
        for (int i = 0; i < Math.min(tokens.size(), MAX_TOKENS); i++) {
            if (tokens.isDigit(i) || tokens.isCjk(i)) {
                continue;
            }
            words++;
            capitals += tokens.isAllCapitals(i) ? 1 : 0;
            if (!tokens.isCapital(i)) {
                small.add(tokens.folded(i));
            }
        }
        return capitals > SHOUTING * words;
    }

    /** Without the words that owe their capital to something else; null when none are left. */
    private Span trimmed(Span span) {
        int first = span.first();
        int last = span.last();
        while (first <= last && isOrdinary(first)) {
            first++;
        }
        while (last >= first && endsNoName(tokens.folded(last))) {
            last--;
        }
        if (first == last && (tokens.length(first) < 2 || isStopWord(first))) {
            return null;
        }
        return first > last ? null : new Span(first, last);
    }

    private static boolean endsNoName(String word) {
        return NEVER.contains(word) || OPENERS.contains(word) || ARTICLES.contains(word);
    }

    private boolean isOrdinary(int token) {
        String word = tokens.folded(token);
        if (NEVER.contains(word)) {
            return true;
        }
        boolean common = OPENERS.contains(word)
                || ARTICLES.contains(word)
                || (tokens.opens(token)
                        && !STARTERS.contains(word)
                        && (small.contains(word) || stopWords.contains(word) || isFirstWord(word)));
        return common && !tokens.isAllCapitals(token) && !startsPlace(token);
    }

    private boolean isFirstWord(String word) {
        return stopWords.isEmpty() && FIRST_WORDS.contains(word);
    }

    private boolean isStopWord(int token) {
        return !tokens.isAllCapitals(token) && stopWords.contains(tokens.folded(token));
    }

    private boolean startsPlace(int token) {
        return gazetteer.match(tokens, token, tokens.size(), language) != null;
    }

    private void classify(Span span) {
        Gazetteer.Match place = gazetteer.match(tokens, span.first(), tokens.size(), language);
        if (place != null && place.length() >= span.size()) {
            addPlace(place.place(), new Span(span.first(), span.first() + place.length() - 1));
        } else if (cues.isOrganisation(span)) {
            addOrganisation(span);
        } else if (place != null && splits(span, place)) {
            Span country = new Span(span.first(), span.first() + place.length() - 1);
            addPlace(place.place(), country);
            classify(new Span(country.last() + 1, span.last()));
        } else if (cues.isPlace(span)) {
            add(EntityType.LOC, span);
        } else {
            addPersonOrOther(span);
        }
    }

    /** Iranian General Qassem Soleimani and US-Iran are two names, French Open is one. */
    private boolean splits(Span span, Gazetteer.Match place) {
        if (place.place().isCity()) {
            return false;
        }
        Span rest = new Span(span.first() + place.length(), span.last());
        return rest.size() > 1
                || tokens.gap(rest.first()) == Gap.HYPHEN
                || cues.afterRoles(rest) > rest.first()
                || cues.isOrganisation(rest);
    }

    private void addPlace(KnownPlace place, Span span) {
        out(place.kind() == KnownPlace.Kind.DEMONYM ? EntityType.MISC : EntityType.LOC, span);
        before = span;
        covered = span.last();
    }

    private void addOrganisation(Span span) {
        if (cues.isInParentheses(span) && before != null && isInitialsOf(span.first(), before)) {
            out(EntityType.ORG, span);
            return;
        }
        add(EntityType.ORG, span);
    }

    /** Whether an acronym is made of the first letters of the name right before it, small words aside. */
    private boolean isInitialsOf(int acronym, Span name) {
        if (name.last() + 1 != acronym) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (int i = name.first(); i <= name.last(); i++) {
            if (tokens.isCapital(i)) {
                initials.appendCodePoint(tokens.text().codePointAt(tokens.start(i)));
            }
        }
        return tokens.folded(acronym).equals(Folding.lower(initials.toString()));
    }

    private void addPersonOrOther(Span span) {
        int first = cues.afterRoles(span);
        boolean titled = first > span.first();
        int role = titled ? -1 : cues.roleInside(span);
        if (role > 0) {
            // Philadelphia Mayor Michael Nutter
            classify(new Span(span.first(), role - 1));
            classify(new Span(role, span.last()));
        } else if (titled && first == span.last() && gazetteer.match(tokens, first, first + 1, language) != null) {
            // Prime Minister of Canada
            classify(new Span(first, first));
        } else if (first <= span.last()) {
            addName(new Span(first, span.last()), titled);
        }
    }

    private void addName(Span name, boolean titled) {
        EntityType type = cues.typeOf(name, titled);
        boolean alone = name.size() == 1 && type == EntityType.MISC;
        if (alone && (tokens.opens(name.first()) || NOUNS_CAPITALISED.contains(language))) {
            doubtful.add(name);
            return;
        }
        add(type, name);
    }

    private void add(EntityType type, Span span) {
        out(type, span);
        before = span;
    }

    private void out(EntityType type, Span span) {
        found.add(new dev.dateline.enrich.tag.spans.Span(
                span.first(), span.last(), type, type == EntityType.MISC ? 0.4 : 0.8));
    }
}
