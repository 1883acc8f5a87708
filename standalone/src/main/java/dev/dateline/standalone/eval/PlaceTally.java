package dev.dateline.standalone.eval;

import dev.dateline.common.model.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how many of the labelled places were found, and found right. */
final class PlaceTally {
    private static final double NEAR_KM = 50;
    private static final double EARTH_KM = 6371;

    private long located;
    private long given;
    private long country;
    private long points;
    private long near;
    private long right;
    private long found;
    private long spurious;
    private long judged;
    private long sameCountries;

    /**
     * Counts a labelled place that lies in one country, or has coordinates.
     *
     * @param place what it was taken for; null for nothing
     * @return whether it is right: its country and, where the label has coordinates, no more than 50 km away
     */
    boolean add(PlacesSet.Label label, Place place) {
        located++;
        if (place == null) {
            return false;
        }
        given++;
        boolean sameCountry = label.country().isEmpty() || label.country().equals(place.country());
        country += sameCountry ? 1 : 0;
        boolean close = !label.point() || kilometres(label, place) <= NEAR_KM;
        if (label.point()) {
            points++;
            near += close ? 1 : 0;
        }
        right += sameCountry && close ? 1 : 0;
        return sameCountry && close;
    }

    /** Counts a place that was found in a stretch of text where all were labelled. */
    void addFound(boolean isLabelled) {
        found++;
        spurious += isLabelled ? 0 : 1;
    }

    /** Counts the country that an article is about, when people judged it. */
    void addPrimary(PlacesSet.Doc doc, String got) {
        if (!doc.countries().isEmpty()) {
            judged++;
            sameCountries += got != null && doc.countries().contains(got) ? 1 : 0;
        }
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mentions", located);
        fields.put("recall", Scores.share(given, located));
        fields.put("country", Scores.share(country, given));
        fields.put("within_50km", Scores.share(near, points));
        fields.put("right", Scores.share(right, located));
        if (found > 0) {
            fields.put("spurious", Scores.share(spurious, found));
        }
        if (judged > 0) {
            fields.put("primary_country", Scores.share(sameCountries, judged));
            fields.put("primary_countries_judged", judged);
        }
        return fields;
    }

    /** By the haversine formula, on a sphere. */
    private static double kilometres(PlacesSet.Label label, Place place) {
        double lat = Math.toRadians(label.lat());
        double otherLat = Math.toRadians(place.lat());
        double north = Math.sin((lat - otherLat) / 2);
        double east = Math.sin(Math.toRadians(label.lon() - place.lon()) / 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(north * north + Math.cos(lat) * Math.cos(otherLat) * east * east));
    }
}
