package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the entities of an article that are places on the map. */
public final class EntityPlaces {
    /**
     * The entities with their places, in the order that they had.
     *
     * @param places of all their mentions, and what the article is about
     */
    public record Result(List<Entity> entities, PlacesOfArticle places) {}

    private final PlaceResolver resolver;

    public EntityPlaces(PlaceResolver resolver) {
        this.resolver = resolver;
    }

    /** The place of an entity is that of most of its mentions. */
    public Result locate(Prepared text, List<Entity> entities, PlaceHints hints) {
        Map<PlaceMention, Integer> owners = new LinkedHashMap<>();
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i).type() == EntityType.LOC) {
                for (Mention mention : entities.get(i).mentions()) {
                    PlaceMention place = mentionOf(text, mention);
                    if (place != null) {
                        owners.put(place, i);
                    }
                }
            }
        }
        PlacesOfArticle places = resolver.resolve(text, List.copyOf(owners.keySet()), hints);
        List<Map<String, List<Place>>> votes = new ArrayList<>();
        entities.forEach(entity -> votes.add(new HashMap<>()));
        owners.forEach((mention, owner) -> {
            LocatedPlace located = places.places().get(mention);
            if (located != null) {
                votes.get(owner)
                        .computeIfAbsent(located.place().id(), id -> new ArrayList<>())
                        .add(located.place());
            }
        });
        List<Entity> placed = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            placed.add(with(entities.get(i), elected(votes.get(i))));
        }
        return new Result(placed, places);
    }

    private static PlaceMention mentionOf(Prepared text, Mention mention) {
        boolean title = mention.field() != null;
        Tokens tokens = title ? text.title() : text.body();
        return PlaceMention.at(tokens, title, mention.start(), mention.end());
    }

    private static Place elected(Map<String, List<Place>> votes) {
        Place elected = null;
        int most = 0;
        for (List<Place> same : votes.values()) {
            Place place = same.get(0);
            boolean first = same.size() == most && place.id().compareTo(elected.id()) < 0;
            if (same.size() > most || first) {
                elected = place;
                most = same.size();
            }
        }
        return elected;
    }

    private static Entity with(Entity entity, Place place) {
        if (place == null) {
            return entity;
        }
        return new Entity(
                entity.type(),
                entity.name(),
                entity.mentions(),
                entity.salience(),
                entity.confidence(),
                place,
                entity.countryOf());
    }
}
