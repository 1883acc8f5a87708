package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.places.Toponym.Kind;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The country and the place that an article is about most; the place is in the country, and no larger than needs be. Mutable, of one article.
 *
 * <p>Where something happened counts more than who took part: a place after {@code in} or {@code near} says where, a country without such
 * a word is more often a government, and a demonym or {@code Iran-backed} or {@code D-Minn.} say only whose
 * something is.
 */
final class PrimaryPlace {
    /** A town is the place of an article when it is named at least this often for each mention of its country. */
    private static final double TOWN_BESIDE_COUNTRY = 0.4;
    /** The same for a part of the country. */
    private static final double TOWN_BESIDE_PART = 0.5;

    private static final double WHERE = 2;
    /** A country that is no place of anything: governments act and speak. */
    private static final double ACTOR = 0.4;

    private static final double ADJECTIVE = 0.3;
    private static final double DATELINE = 2;
    /** What is spoken of less is not what the article is about. */
    private static final double LEAST = 0.3;

    private static final double TIE = 1e-9;
    /** Words before a place where something happens. */
    private static final Set<String> LOCATIVE =
            Set.of("in", "at", "near", "inside", "outside", "across", "around", "throughout", "within");
    /** Words before {@code of} that make it one of them. */
    private static final Set<String> LOCATIVE_OF = Set.of(
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "outskirts",
            "suburb",
            "city",
            "town",
            "village",
            "part",
            "parts",
            "coast",
            "capital",
            "province",
            "region",
            "streets",
            "port");

    private static final class Named {
        private final Toponym toponym;
        private final Place place;
        private double weight;

        Named(Toponym toponym, Place place) {
            this.toponym = toponym;
            this.place = place;
        }
    }

    private final Map<String, Named> all = new LinkedHashMap<>();

    private final Map<String, Double> countries = new LinkedHashMap<>();

    /** Adds a mention of a place. */
    void add(Toponym toponym, Place place, Tokens tokens, PlaceMention mention, double weight) {
        double role = weight * role(toponym, tokens, mention);
        all.computeIfAbsent(toponym.id(), id -> new Named(toponym, place)).weight += role;
        countries.merge(toponym.country(), role, Double::sum);
    }

    /** Adds a demonym. */
    void addAdjective(String country, double weight) {
        countries.merge(country, weight * ADJECTIVE, Double::sum);
    }

    /** Adds where the report was filed. */
    void addDateline(Toponym toponym) {
        countries.merge(toponym.country(), DATELINE, Double::sum);
    }

    private static double role(Toponym toponym, Tokens tokens, PlaceMention mention) {
        int next = mention.last() + 1;
        boolean follows = mention.first() > 0 && tokens.gap(mention.first()) == Gap.HYPHEN;
        if (follows || (next < tokens.size() && tokens.gap(next) == Gap.HYPHEN)) {
            return ADJECTIVE;
        }
        if (tokens.gap(mention.first()) != Gap.APART && isWhere(tokens, mention.first() - 1)) {
            return WHERE;
        }
        return toponym.kind() == Kind.COUNTRY ? ACTOR : 1;
    }

    /** Whether a token, or the one before an article or a direction, makes what follows it a place where something is. */
    private static boolean isWhere(Tokens tokens, int before) {
        int at = before >= 0 && PlaceNames.isDirection(tokens.folded(before)) ? before - 1 : before;
        if (at < 0) {
            return false;
        }
        String word = tokens.folded(at);
        return LOCATIVE.contains(word) || (at > 0 && word.equals("of") && LOCATIVE_OF.contains(tokens.folded(at - 1)));
    }

    /** ISO 3166-1 alpha-2 code of the country that counts most, the first of equal ones; null when hardly any is spoken of. */
    String country() {
        String primary = null;
        double most = LEAST;
        for (Map.Entry<String, Double> country : countries.entrySet()) {
            if (country.getValue() > most + TIE) {
                primary = country.getKey();
                most = country.getValue();
            }
        }
        return primary;
    }

    /** Null when nothing in the primary country is named. */
    Place place() {
        String country = country();
        Named whole = most(country, false, null);
        Named part = most(country, true, Kind.ADMIN1);
        Named town = most(country, true, null);
        Named best = whole;
        if (part != null && (best == null || part.weight >= TOWN_BESIDE_COUNTRY * best.weight)) {
            best = part;
        }
        double needed = best == null ? 0 : best.weight * (best == part ? TOWN_BESIDE_PART : TOWN_BESIDE_COUNTRY);
        if (town != null && town.weight >= needed) {
            best = town;
        }
        return best == null ? null : best.place;
    }

    private Named most(String country, boolean inside, Kind kind) {
        Named most = null;
        for (Named named : all.values()) {
            Kind its = named.toponym.kind();
            boolean fits = inside ? (kind == null ? its.compareTo(Kind.ADMIN1) > 0 : its == kind) : its == Kind.COUNTRY;
            if (fits && named.toponym.country().equals(country) && (most == null || named.weight > most.weight)) {
                most = named;
            }
        }
        return most;
    }
}
