package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Place;

/**
 * The place that a mention stands for.
 *
 * @param why what spoke for it, for people: {@code "Texas" right after it}
 */
public record LocatedPlace(Place place, String why) {}
