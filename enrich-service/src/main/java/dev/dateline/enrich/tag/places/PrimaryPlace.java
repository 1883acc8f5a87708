package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The place that an article is about most: in its primary country, and no larger than needs be. Mutable, of one article. */
final class PrimaryPlace {
    /** A town is the place of an article when it is named at least this often for each mention of its country. */
    private static final double TOWN_BESIDE_COUNTRY = 0.4;
    /** The same for a part of the country. */
    private static final double TOWN_BESIDE_PART = 0.5;

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

    void add(Toponym toponym, Place place, double weight) {
        all.computeIfAbsent(toponym.id(), id -> new Named(toponym, place)).weight += weight;
    }

    /** Null when nothing in the country is named. */
    Place of(String country) {
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
