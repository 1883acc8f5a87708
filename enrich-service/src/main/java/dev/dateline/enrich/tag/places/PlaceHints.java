package dev.dateline.enrich.tag.places;

/**
 * What is known about where an article comes from, beside its text.
 *
 * @param dateline the place where the report was filed, as it is written: {@code BAGHDAD}, {@code Basra, Iraq}; may be null
 */
public record PlaceHints(String dateline) {
    public static final PlaceHints NONE = new PlaceHints(null);
}
