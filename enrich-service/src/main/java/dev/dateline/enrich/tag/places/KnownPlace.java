package dev.dateline.enrich.tag.places;

/**
 * A place of the gazetteer.
 *
 * @param name canonical English name
 * @param country ISO 3166-1 alpha-2
 * @param kind what the gazetteer's spelling stands for
 */
public record KnownPlace(String name, String country, Kind kind) {
    public enum Kind {
        COUNTRY,
        /** People or things of a country; the place is the country. */
        DEMONYM,
        CITY
    }

    public boolean isCity() {
        return kind == Kind.CITY;
    }
}
