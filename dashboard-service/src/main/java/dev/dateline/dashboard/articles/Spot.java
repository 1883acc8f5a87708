package dev.dateline.dashboard.articles;

/**
 * A place on the map.
 *
 * @param tag its id and name
 * @param country ISO 3166-1 alpha-2; null when unknown
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 */
record Spot(Tag tag, String country, float lat, float lon) {}
