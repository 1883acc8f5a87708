package dev.dateline.common.model;

/**
 * A place on the map.
 *
 * @param id {@code geonames:} and the number of a town or the code of a part of a country ({@code US.TX}) in GeoNames; {@code iso3166:} and the
 *     code of a country; {@code dateline:} and a name of the own table of regions and landmarks
 * @param name in English
 * @param country ISO 3166-1 alpha-2
 * @param admin1 name of the first-level part of the country; absent for countries
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param confidence 0 to 1: that this one of all places of the name is meant
 */
public record Place(String id, String name, String country, String admin1, double lat, double lon, double confidence) {}
