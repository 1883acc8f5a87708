package dev.dateline.dashboard.articles;

import java.util.List;

/**
 * Where the events that a filter lets through are, each at its primary place.
 *
 * @param places most events first, at most 500
 * @param placesLeftOut further places
 * @param events that the filter lets through
 * @param withoutPlace share of the events that have no place, 0 to 1
 */
public record PlaceMap(List<PlaceCount> places, int placesLeftOut, int events, double withoutPlace) {

    /**
     * A place.
     *
     * @param share of the events, 0 to 1
     */
    public record PlaceCount(String id, String name, String country, double lat, double lon, int count, double share) {}
}
