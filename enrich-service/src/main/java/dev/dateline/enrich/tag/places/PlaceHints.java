package dev.dateline.enrich.tag.places;

/**
 * What is known about where an article comes from, beside its text.
 *
 * @param dateline the place where the report was filed, as it is written: {@code BAGHDAD}, {@code Basra, Iraq}; may be null
 * @param sourceCountry ISO 3166-1 alpha-2 code of the publisher's country; may be null
 */
public record PlaceHints(String dateline, String sourceCountry) {
    public static final PlaceHints NONE = new PlaceHints(null, null);
}
