package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds places by their names alone, so it is strict: countries, and towns and parts of countries that nothing beside them makes a longer name. */
final class PlaceFinder {
    /** Below about 200,000 people a single word is more often a surname than a town. */
    private static final double WELL_KNOWN = 5.3;
    /** Names of several words are seldom something else. */
    private static final double KNOWN = 4.3;

    /** What a capital that says little asks for beyond that, in powers of ten. */
    private static final double DOUBT = 0.3;

    private static final int SHORTEST = 4;
    private static final int MOST = 1_000;
    /** They capitalise every noun, so that a single capital says little. */
    private static final Set<String> NOUNS_CAPITALISED = Set.of("de", "lb", "nds", "gsw");

    /** Countries that people are called after. */
    private static final Set<String> GIVEN_NAMES = Set.of("jordan", "chad", "georgia", "israel", "india", "kenya");

    private final Gazetteer gazetteer;
    private final Atlas atlas;

    PlaceFinder(Gazetteer gazetteer, Atlas atlas) {
        this.gazetteer = gazetteer;
        this.atlas = atlas;
    }

    List<PlaceMention> find(Prepared text) {
        List<PlaceMention> found = new ArrayList<>();
        find(text.title(), true, text.language(), Prepared.MAX_TITLE_TOKENS, found);
        find(text.body(), false, text.language(), Prepared.MAX_BODY_TOKENS, found);
        return found;
    }

    private void find(Tokens tokens, boolean title, String language, int limit, List<PlaceMention> found) {
        int end = Math.min(tokens.size(), limit);
        int at = 0;
        while (at < end && found.size() < MOST) {
            int last = tokens.isCapital(at) ? lastOfPlace(tokens, at, end, language) : -1;
            if (last >= at) {
                found.add(new PlaceMention(title, at, last));
            }
            at = Math.max(at, last) + 1;
        }
    }

    private int lastOfPlace(Tokens tokens, int first, int end, String language) {
        Gazetteer.Match match = gazetteer.match(tokens, first, end, language);
        int country =
                match != null && match.place().kind() == KnownPlace.Kind.COUNTRY ? first + match.length() - 1 : -1;
        if (country == first
                && GIVEN_NAMES.contains(tokens.folded(first))
                && isCapitalBeside(tokens, first + 1, first + 1, end)) {
            country = -1;
        }
        int town = atlas.longest(tokens, first, end);
        return town > country && isTown(tokens, first, town, end, language) ? town : country;
    }

    private boolean isTown(Tokens tokens, int first, int last, int end, String language) {
        boolean several = last > first;
        boolean opener =
                first > 0 && tokens.opens(first - 1) && StopWords.of(language).contains(tokens.folded(first - 1));
        boolean beside = (!opener && isCapitalBeside(tokens, first, first - 1, first))
                || isCapitalBeside(tokens, last + 1, last + 1, end);
        boolean word = StopWords.of(language).contains(tokens.folded(first)) || tokens.length(first) < SHORTEST;
        boolean doubtful = tokens.opens(first) || NOUNS_CAPITALISED.contains(language);
        if (beside || (!several && word)) {
            return false;
        }
        List<Toponym> named = atlas.named(PlaceKey.of(tokens, first, last));
        double least = several ? KNOWN : doubtful ? WELL_KNOWN + DOUBT : WELL_KNOWN;
        return !named.isEmpty() && named.get(0).weight() >= least;
    }

    private static boolean isCapitalBeside(Tokens tokens, int gap, int token, int end) {
        return token >= 0
                && token < Math.max(end, gap)
                && token < tokens.size()
                && gap < tokens.size()
                && tokens.gap(gap) != Gap.APART
                && tokens.isCapital(token);
    }
}
