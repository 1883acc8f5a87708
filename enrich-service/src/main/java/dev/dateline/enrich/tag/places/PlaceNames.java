package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.places.Toponym.Kind;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What places some words of a text may stand for. */
final class PlaceNames {
    /** Words before a name that only say which part of the place is meant. */
    private static final Set<String> DIRECTIONS = Set.of(
            "the",
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "downtown",
            "upstate",
            "suburban",
            "greater",
            "metropolitan",
            "mainland",
            "rural",
            "inner",
            "midtown",
            "old");
    /** Words after a name that say what it is of. */
    private static final Set<String> PARTS = Set.of(
            "province",
            "state",
            "region",
            "governorate",
            "oblast",
            "prefecture",
            "county",
            "district",
            "valley",
            "territory",
            "peninsula",
            "area",
            "suburbs",
            "parish",
            "islands",
            "island");

    private static final Set<String> TOWNS = Set.of("city", "town", "township", "village", "metro");
    /** Words after the name of a town that make it the name of something in it. */
    private static final Set<String> FACILITIES = Set.of(
            "airport",
            "airfield",
            "base",
            "port",
            "harbor",
            "harbour",
            "center",
            "centre",
            "hospital",
            "church",
            "mosque",
            "temple",
            "prison",
            "jail",
            "penitentiary",
            "station",
            "bridge",
            "park",
            "stadium",
            "arena",
            "square",
            "hotel",
            "courthouse",
            "beach",
            "zoo",
            "border",
            "camp",
            "plant",
            "university",
            "college",
            "school",
            "cathedral",
            "synagogue",
            "mall",
            "hall",
            "convention",
            "international",
            "zone");

    /**
     * What a name may mean.
     *
     * @param key by which names of an article are the same name
     * @param candidates largest first
     * @param exact whether the words are the name of the place itself, not of something in it
     */
    record Reading(long key, List<Toponym> candidates, boolean exact) {
        private static final Reading NOTHING = new Reading(0, List.of(), false);

        boolean isEmpty() {
            return candidates.isEmpty();
        }
    }

    private static final int MOST_WORDS = 12;
    /** About 30,000 people: after smaller towns nothing is called that the news names by their name alone. */
    private static final double NAMESAKE = 4.5;

    private final Gazetteer gazetteer;
    private final Atlas atlas;

    PlaceNames(Gazetteer gazetteer, Atlas atlas) {
        this.gazetteer = gazetteer;
        this.atlas = atlas;
    }

    /** Whether a word before a name is an article or says which part of the place is meant. */
    static boolean isDirection(String folded) {
        return DIRECTIONS.contains(folded);
    }

    /** The place as events have it. */
    Place place(Toponym toponym, double confidence) {
        Toponym part = toponym.admin1() == null ? null : atlas.part(toponym.admin1());
        return new Place(
                toponym.id(),
                toponym.name(),
                toponym.country(),
                part == null ? null : part.name(),
                toponym.lat(),
                toponym.lon(),
                Math.round(confidence * 100) / 100.0);
    }

    /** The most likely place of a text that is nothing but a place, such as {@code Basra, Iraq}; null when none is known. */
    Toponym single(String place, String language) {
        Tokens tokens = Tokens.of(place);
        int end = Math.min(tokens.size(), MOST_WORDS);
        int last = end == 0 ? -1 : Math.max(0, atlas.longest(tokens, 0, end));
        List<Toponym> candidates =
                last < 0 ? List.of() : read(tokens, 0, last, language).candidates();
        List<Toponym> within = last < 0 ? List.of() : after(tokens, last, language);
        List<Toponym> inside = candidates.stream()
                .filter(candidate -> within.stream().anyMatch(larger -> larger.holds(candidate)))
                .toList();
        if (inside.isEmpty() && !within.isEmpty()) {
            return within.get(0);
        }
        return (inside.isEmpty() ? candidates : inside)
                .stream()
                        .max(Comparator.comparingDouble(candidate -> NameSense.prior(candidate, candidates)))
                        .orElse(null);
    }

    /** What the tokens, both inclusive, may mean. */
    Reading read(Tokens tokens, int first, int last, String language) {
        Reading whole = whole(tokens, first, last, language);
        if (!whole.isEmpty() || first == last) {
            return whole;
        }
        int from = first;
        while (from < last && DIRECTIONS.contains(tokens.folded(from))) {
            from++;
        }
        Reading core = from > first ? whole(tokens, from, last, language) : Reading.NOTHING;
        if (core.isEmpty() && from < last) {
            core = withoutKind(tokens, from, last, language);
        }
        return core;
    }

    private Reading withoutKind(Tokens tokens, int first, int last, String language) {
        String kind = tokens.folded(last);
        if (PARTS.contains(kind) || TOWNS.contains(kind)) {
            Reading core = whole(tokens, first, last - 1, language);
            boolean town = TOWNS.contains(kind);
            List<Toponym> fitting = core.candidates().stream()
                    .filter(place -> place.kind().isSettlement() == town)
                    .toList();
            return new Reading(core.key(), fitting.isEmpty() ? near(core) : fitting, !fitting.isEmpty());
        }
        int end = atlas.longest(tokens, first, last);
        boolean facility = end >= first && FACILITIES.contains(kind);
        Reading town = facility ? whole(tokens, first, end, language) : Reading.NOTHING;
        return new Reading(town.key(), near(town), false);
    }

    /** Towns that other things may well be called after. */
    private static List<Toponym> near(Reading town) {
        return town.candidates().stream()
                .filter(place -> place.kind().isSettlement() && place.weight() >= NAMESAKE)
                .toList();
    }

    private Reading whole(Tokens tokens, int first, int last, String language) {
        for (int i = first + 1; i <= last; i++) {
            if (tokens.gap(i) == Gap.APART) {
                return Reading.NOTHING;
            }
        }
        long key = PlaceKey.of(tokens, first, last);
        Toponym abbreviated = abbreviated(tokens, first, last);
        if (abbreviated != null) {
            return new Reading(key, List.of(abbreviated), true);
        }
        List<Toponym> candidates = new ArrayList<>();
        Toponym country = country(tokens, first, last, language);
        List<Toponym> others = atlas.named(key);
        if (country != null && others.stream().noneMatch(other -> isPartCalledCountry(other, country, key))) {
            candidates.add(country);
        }
        candidates.addAll(others);
        return new Reading(key, candidates, true);
    }

    /** England, which one calls a country though it is a part of one. */
    private static boolean isPartCalledCountry(Toponym place, Toponym country, long key) {
        return (place.kind() == Kind.ADMIN1 || place.kind() == Kind.FEATURE)
                && place.country().equals(country.country())
                && PlaceKey.of(country.name()) != key;
    }

    private Toponym abbreviated(Tokens tokens, int first, int last) {
        String code = Abbreviations.part(tokens, first, last);
        return code == null ? null : atlas.part(code);
    }

    private Toponym country(Tokens tokens, int first, int last, String language) {
        Gazetteer.Match match = gazetteer.match(tokens, first, last + 1, language);
        boolean country = match != null
                && match.length() == last - first + 1
                && match.place().kind() == KnownPlace.Kind.COUNTRY;
        return country ? atlas.country(match.place().country()) : null;
    }

    /** Countries and parts of them that the name right after a token and a comma may mean: Paris, Texas. */
    List<Toponym> after(Tokens tokens, int last, String language) {
        int next = last + 1;
        if (next >= tokens.size() || !isComma(tokens, last)) {
            return List.of();
        }
        for (int end = next; end <= next + 1 && end < tokens.size(); end++) {
            Toponym abbreviated = abbreviated(tokens, next, end);
            if (abbreviated != null) {
                return List.of(abbreviated);
            }
        }
        if (!tokens.isCapital(next)) {
            return List.of();
        }
        Gazetteer.Match match = gazetteer.match(tokens, next, tokens.size(), language);
        int end = match == null ? next - 1 : next + match.length() - 1;
        end = Math.max(end, atlas.longest(tokens, next, tokens.size()));
        return end < next
                ? List.of()
                : whole(tokens, next, end, language).candidates().stream()
                        .filter(place -> place.kind() == Kind.COUNTRY || place.kind() == Kind.ADMIN1)
                        .toList();
    }

    /** Whether nothing but a comma and a blank stands between a token and the next. */
    static boolean isComma(Tokens tokens, int token) {
        int end = tokens.end(token);
        return tokens.start(token + 1) == end + 2 && tokens.text().startsWith(", ", end);
    }
}
