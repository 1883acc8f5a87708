package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Place;
import java.util.Map;

/**
 * Where everything in an article is.
 *
 * @param places of the mentions that are known; the others are left out
 * @param primaryPlace the place that the article is about most; null when there is none
 * @param primaryCountry ISO 3166-1 alpha-2 code of the country that it is about most; null when there is none
 */
public record PlacesOfArticle(Map<PlaceMention, LocatedPlace> places, Place primaryPlace, String primaryCountry) {}
