package dev.dateline.common.model;

import java.util.List;

/**
 * Someone or something an article names.
 *
 * @param name the canonical name
 * @param salience how much the article is about it, 0 to 1: by the title, the first mention, how many there are and how far they spread
 * @param confidence 0 to 1: that it is a name, and of this type
 * @param place where it is on the map; absent for what is no place, or none that is known
 * @param countryOf ISO 3166-1 alpha-2 code of the country that the entity is, or that a demonym points to
 */
public record Entity(
        EntityType type,
        String name,
        List<Mention> mentions,
        double salience,
        double confidence,
        Place place,
        String countryOf) {}
