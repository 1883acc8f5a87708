package dev.dateline.enrich.tag.places;

import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.places.PlaceNames.Reading;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of one article; used once. See {@link PlaceResolver}. */
final class ArticlePlaces {
    private static final Comparator<PlaceMention> IN_TEXT =
            Comparator.comparing((PlaceMention mention) -> !mention.title()).thenComparingInt(PlaceMention::first);

    private static final int ROUNDS = 2;
    private static final double TITLE_WEIGHT = 2;
    private static final double LEAD_WEIGHT = 1.5;
    private static final int LEAD_TOKENS = 60;
    /** Less sure places are none. */
    private static final double LEAST_CONFIDENCE = 0.2;

    private static final double QUALIFIED = 0.95;
    /** Only the part of the country is known in which a place lies. */
    private static final double PART_ONLY = 0.5;
    /** A name means something in a town that is called after it: Erie County Courthouse. */
    private static final double IN_TOWN = 0.7;
    /** Names of larger places than this are not looked for in what stands after them. */
    private static final double LARGE = 4.5;
    /** A country or part of one is not the town of its name in the place after it, when it is so many powers of ten larger: Georgia, Texas and Ohio. */
    private static final double LIST = 3;

    private final Prepared text;
    private final PlaceNames names;
    private final Scene scene;
    private final Map<PlaceMention, LocatedPlace> located = new LinkedHashMap<>();
    private final Map<Long, NameSense> senses = new LinkedHashMap<>();
    private final Map<PlaceMention, Reading> open = new LinkedHashMap<>();
    private final PrimaryPlace primary;

    ArticlePlaces(Prepared text, PlaceNames names, Scene scene, PrimaryPlace primary) {
        this.text = text;
        this.names = names;
        this.scene = scene;
        this.primary = primary;
    }

    PlacesOfArticle resolve(List<PlaceMention> mentions) {
        List<PlaceMention> inText = mentions.stream().sorted(IN_TEXT).toList();
        Map<PlaceMention, Toponym> containers = new HashMap<>();
        for (int i = 0; i < inText.size(); i++) {
            PlaceMention next = i + 1 < inText.size() ? inText.get(i + 1) : null;
            read(inText.get(i), next, containers);
        }
        senses.values().forEach(sense -> sense.begin(scene));
        for (int round = 0; round < ROUNDS; round++) {
            senses.values().forEach(sense -> sense.decide(scene));
        }
        open.forEach(this::locate);
        return new PlacesOfArticle(Map.copyOf(located), primary.place(), primary.country());
    }

    private void read(PlaceMention mention, PlaceMention next, Map<PlaceMention, Toponym> containers) {
        Tokens tokens = tokens(mention);
        Toponym container = containers.get(mention);
        if (container != null) {
            locate(mention, container, QUALIFIED, "a place in it stands before it");
            return;
        }
        Reading reading = names.read(tokens, mention.first(), mention.last(), text.language());
        List<Toponym> within = names.after(tokens, mention.last(), text.language());
        for (Toponym larger : within) {
            Toponym meant = inside(larger, reading);
            if (meant != null) {
                if (next != null && next.title() == mention.title() && next.first() == mention.last() + 1) {
                    containers.put(next, larger);
                }
                scene.add(meant, weight(mention));
                sense(reading).qualify(meant);
                locate(mention, meant, QUALIFIED, "\"" + larger.name() + "\" right after it");
                return;
            }
        }
        if (!within.isEmpty() && isUnknown(reading)) {
            Toponym larger = within.get(0);
            scene.add(larger, weight(mention));
            locate(mention, larger, PART_ONLY, "not in the gazetteer, but \"" + larger.name() + "\" right after it");
        } else if (!reading.isEmpty()) {
            sense(reading).mention(weight(mention));
            open.put(mention, reading);
        }
    }

    private NameSense sense(Reading reading) {
        return senses.computeIfAbsent(reading.key(), key -> new NameSense(reading.candidates()));
    }

    /** The place of the name that lies in a larger one; null when there is none, or when a list of places is the better explanation. */
    private static Toponym inside(Toponym larger, Reading reading) {
        Toponym meant = null;
        Toponym usual = null;
        for (Toponym place : reading.candidates()) {
            boolean smaller = place.kind().compareTo(larger.kind()) > 0;
            if (smaller && larger.holds(place) && isBetter(place, meant, reading)) {
                meant = place;
            }
            if (isBetter(place, usual, reading)) {
                usual = place;
            }
        }
        if (meant == null || usual.kind().isSettlement() || usual.equals(meant)) {
            return meant;
        }
        return prior(usual, reading) - prior(meant, reading) > LIST ? null : meant;
    }

    private static boolean isBetter(Toponym place, Toponym other, Reading reading) {
        return other == null || prior(place, reading) > prior(other, reading);
    }

    private static double prior(Toponym place, Reading reading) {
        return NameSense.prior(place, reading.candidates());
    }

    private static boolean isUnknown(Reading reading) {
        return reading.candidates().stream().allMatch(place -> place.weight() < LARGE);
    }

    private void locate(PlaceMention mention, Reading reading) {
        NameSense sense = senses.get(reading.key());
        double confidence = sense.confidence() * (reading.exact() ? 1 : IN_TOWN);
        if (confidence >= LEAST_CONFIDENCE) {
            locate(mention, sense.place(), confidence, sense.why(scene));
        }
    }

    private void locate(PlaceMention mention, Toponym place, double confidence, String why) {
        Place known = names.place(place, confidence);
        located.put(mention, new LocatedPlace(known, why));
        primary.add(place, known, tokens(mention), mention, weight(mention));
    }

    private double weight(PlaceMention mention) {
        if (mention.title()) {
            return TITLE_WEIGHT;
        }
        return mention.first() < LEAD_TOKENS ? LEAD_WEIGHT : 1;
    }

    private Tokens tokens(PlaceMention mention) {
        return mention.title() ? text.title() : text.body();
    }
}
