package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much an article speaks of each country and of each part of one. Mutable, of one article. */
final class Scene {
    private static final double SHARE_OF_COUNTRY = 2.0;
    private static final double NAMED_COUNTRY = 0.8;
    private static final double SHARE_OF_PART = 1.0;
    private static final double NAMED_PART = 1.0;

    private final Map<String, Double> countries = new LinkedHashMap<>();
    private final Map<String, Double> parts = new HashMap<>();
    private double total;

    /**
     * Adds mentions of a place.
     *
     * @param weight one for a mention in the body; may be negative
     */
    void add(Toponym place, double weight) {
        add(place.country(), weight);
        if (place.admin1() != null) {
            parts.merge(place.admin1(), weight, Double::sum);
        }
    }

    /** Adds mentions of a country by other words than a place: demonyms. */
    void add(String country, double weight) {
        countries.merge(country, weight, Double::sum);
        total += weight;
    }

    double ofCountry(String country) {
        return Math.max(0, countries.getOrDefault(country, 0.0));
    }

    double ofPart(String part) {
        return part == null ? 0 : Math.max(0, parts.getOrDefault(part, 0.0));
    }

    /** How well a place fits in, in powers of ten of its population: where the article is at home, a place needs fewer people to be meant. */
    double fit(Toponym place) {
        return fitOfCountry(place) + fitOfPart(place);
    }

    /** The share of {@link #fit} that its country has. */
    double fitOfCountry(Toponym place) {
        double country = ofCountry(place.country());
        return SHARE_OF_COUNTRY * country / Math.max(1, total) + NAMED_COUNTRY * presence(country);
    }

    /** The share of {@link #fit} that the part of its country has. */
    double fitOfPart(Toponym place) {
        if (place.kind() == Kind.COUNTRY || place.admin1() == null) {
            return 0;
        }
        double part = ofPart(place.admin1());
        return SHARE_OF_PART * part / Math.max(1, ofCountry(place.country())) + NAMED_PART * presence(part);
    }

    /** 0 for never, 1/2 for one mention, towards 1 for many. */
    private static double presence(double weight) {
        return weight / (1 + weight);
    }
}
