package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.places.LocatedPlace;
import dev.dateline.enrich.tag.places.PlaceMention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes entities of the forms that stand for each of them. */
final class Entities {
    private static final String TITLE = "title";
    /** What the ids of countries begin with. */
    private static final String COUNTRY = "iso3166:";
    /** The body's order, then the title's. */
    private static final Comparator<Occurrence> IN_TEXT =
            Comparator.comparing(Occurrence::title).thenComparingInt(Occurrence::first);

    /** More mentions make nothing surer. */
    private static final int MOST_EVIDENCE = 8;
    /** What is less sure is no entity. */
    private static final double LEAST_SURE = 0.25;
    /** Nothing is certain. */
    private static final double MOST_SURE = 0.99;

    private final NameWords title;
    private final NameWords body;
    private final Canonical canonical;

    Entities(NameWords title, NameWords body) {
        this.title = title;
        this.body = body;
        this.canonical = new Canonical(title, body);
    }

    /** The forms of each entity, in the order in which they were found. */
    private static Collection<List<Form>> groups(Collection<Form> forms) {
        Map<Form, List<Form>> groups = new LinkedHashMap<>();
        for (Form form : forms) {
            if (!form.occurrences().isEmpty()) {
                groups.computeIfAbsent(form.root(), key -> new ArrayList<>()).add(form);
            }
        }
        return groups.values();
    }

    /** What the resolver of places is to look at. */
    static List<PlaceMention> placeMentions(Collection<Form> forms) {
        List<PlaceMention> mentions = new ArrayList<>();
        for (Form form : forms) {
            if (form.type() == EntityType.LOC) {
                form.occurrences().forEach(occurrence -> mentions.add(mention(occurrence)));
            }
        }
        return mentions;
    }

    private static PlaceMention mention(Occurrence occurrence) {
        return new PlaceMention(occurrence.title(), occurrence.first(), occurrence.last());
    }

    /** Joins forms that are the same place. */
    static void joinPlaces(Collection<Form> forms, Map<PlaceMention, LocatedPlace> places) {
        Map<String, Form> byId = new HashMap<>();
        for (Form form : forms) {
            Place place = form.type() == EntityType.LOC ? place(form.occurrences(), places) : null;
            Form before = place == null ? null : byId.putIfAbsent(place.id(), form);
            if (before != null && !isPartOf(form, before) && !isPartOf(before, form)) {
                form.join(before);
            }
        }
    }

    /** Whether a name begins as another does that names more: Napa and Napa County; not so New York and New York City. */
    private static boolean isPartOf(Form shorter, Form longer) {
        return longer.key().startsWith(shorter.key() + " ")
                && !longer.lastWord().equals("city");
    }

    /** The place that most of the mentions are, of equally many the first; null when none is known. */
    private static Place place(List<Occurrence> occurrences, Map<PlaceMention, LocatedPlace> places) {
        Map<String, Integer> counts = new HashMap<>();
        Place best = null;
        int most = 0;
        for (Occurrence occurrence : occurrences) {
            LocatedPlace located = places.get(mention(occurrence));
            int count = located == null ? 0 : counts.merge(located.place().id(), 1, Integer::sum);
            if (count > most) {
                best = located.place();
                most = count;
            }
        }
        return best;
    }

    /** The most salient entities, ties in the order of the text. */
    List<Entity> of(Collection<Form> forms, Map<PlaceMention, LocatedPlace> places, boolean english) {
        List<Entity> entities = new ArrayList<>();
        for (List<Form> group : groups(forms)) {
            Entity entity = entity(group, places, english);
            if (entity.confidence() >= LEAST_SURE) {
                entities.add(entity);
            }
        }
        entities.sort(Comparator.comparingDouble((Entity entity) -> -entity.salience())
                .thenComparing(entity -> entity.mentions().get(0).field() != null)
                .thenComparing(entity -> entity.mentions().get(0).start()));
        return List.copyOf(entities.subList(0, Math.min(NameTagger.MAX_ENTITIES, entities.size())));
    }

    private Entity entity(List<Form> group, Map<PlaceMention, LocatedPlace> places, boolean english) {
        List<Occurrence> occurrences = new ArrayList<>();
        group.forEach(form -> occurrences.addAll(form.occurrences()));
        occurrences.sort(IN_TEXT);
        EntityType type = group.get(0).type();
        Place place = type == EntityType.LOC ? place(occurrences, places) : null;
        return new Entity(
                type,
                english || place == null ? canonical.name(type, group, place) : place.name(),
                published(occurrences),
                Salience.of(occurrences, body.size()),
                confidence(group.get(0), type, occurrences),
                place,
                country(type, group, place));
    }

    /** The first ones, and with them all of the title as far as there is room. */
    private List<Mention> published(List<Occurrence> occurrences) {
        int titles = (int) occurrences.stream().filter(Occurrence::title).count();
        int bodies = Math.max(0, NameTagger.MAX_MENTIONS - titles);
        int inBody = occurrences.size() - titles;
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < occurrences.size() && mentions.size() < NameTagger.MAX_MENTIONS; i++) {
            if (i < bodies || i >= inBody) {
                mentions.add(published(occurrences.get(i)));
            }
        }
        return List.copyOf(mentions);
    }

    private Mention published(Occurrence occurrence) {
        NameWords words = occurrence.title() ? title : body;
        return new Mention(
                occurrence.title() ? TITLE : null,
                words.tokens().start(occurrence.first()),
                words.tokens().end(occurrence.last()),
                words.surface(occurrence.first(), occurrence.last()),
                occurrence.from());
    }

    /** That one mention at least is a name, as far as all of them agree on the type. */
    private static double confidence(Form form, EntityType type, List<Occurrence> occurrences) {
        double wrong = 1;
        int count = 0;
        for (Occurrence occurrence : occurrences) {
            if (occurrence.confidence() > 0 && count < MOST_EVIDENCE) {
                wrong *= 1 - occurrence.confidence();
                count++;
            }
        }
        double all = form.allVotes();
        double agreed = all > 0 ? form.votes(type) / all : 1;
        return Math.round(Math.min(MOST_SURE, (1 - wrong) * agreed) * 1000) / 1000.0;
    }

    private static String country(EntityType type, List<Form> group, Place place) {
        if (place != null) {
            return place.id().equals(COUNTRY + place.country()) ? place.country() : null;
        }
        for (Form form : group) {
            String country = null;
            if (form.known() != null) {
                country = form.known().country();
            } else if (form.place() != null
                    && type != EntityType.PER
                    && !form.place().isCity()) {
                country = form.place().country();
            } else if (form.owner() != null && type == EntityType.ORG) {
                country = form.owner().country();
            }
            if (country != null) {
                return country;
            }
        }
        return null;
    }
}
