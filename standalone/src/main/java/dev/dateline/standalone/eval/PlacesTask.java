package dev.dateline.standalone.eval;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.LocatedPlace;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceMention;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.places.PlacesOfArticle;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** How many of the places that people marked are found and put where they are. */
final class PlacesTask implements Task {
    /** A line of the details. */
    public record Item(
            String id,
            String field,
            int start,
            int end,
            String surface,
            String expected,
            String got,
            boolean right,
            String goldSpanGot,
            String why) {}

    /** A line of the details about the whole article. */
    public record Primary(String id, List<String> expectedCountries, String gotCountry, String gotPlace) {
        static Primary of(PlacesSet.Doc doc, Tags tags) {
            return new Primary(doc.id(), doc.countries(), tags.primaryCountry(), described(tags.primaryPlace()));
        }
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public String holds() {
        return "*.jsonl(.gz) of texts with mentions that have country, lat and lon; or " + PlacesSet.MENTIONS + " and "
                + PlacesSet.ARTICLES + ", and then a folder with " + PlacesSet.TEXTS;
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Scores run(Request request) {
        PlacesSet set = PlacesSet.read(this, request.paths());
        request.progress().accept("loading the models");
        TagStep step = TagStep.standard();
        PlaceResolver resolver = PlaceResolver.load(Gazetteer.load(Set.of("en")));
        request.progress().accept("tagging " + set.docs().size() + " texts");
        TagStep.Tagged tagged = step.all(set.docs(), doc -> TagStep.article(doc.title(), doc.body(), null));

        PlaceTally all = new PlaceTally();
        PlaceTally gold = new PlaceTally();
        List<PlaceTally> halves = List.of(new PlaceTally(), new PlaceTally());
        List<PlaceTally> goldHalves = List.of(new PlaceTally(), new PlaceTally());
        for (int i = 0; i < set.docs().size(); i++) {
            PlacesSet.Doc doc = set.docs().get(i);
            int half = half(doc.id());
            count(doc, tagged.tags().get(i), all, halves.get(half));
            Prepared text =
                    Prepared.of(doc.title(), doc.body(), tagged.tags().get(i).language());
            PlacesOfArticle places = resolver.resolve(text, mentions(doc, text), PlaceHints.NONE);
            if (!doc.countries().isEmpty()) {
                request.details().add(Primary.of(doc, tagged.tags().get(i)));
            }
            for (PlacesSet.Label label : doc.labels()) {
                if (isLocated(label)) {
                    LocatedPlace located = places.places().get(mention(text, label));
                    Place given = located == null ? null : located.place();
                    gold.add(label, given);
                    goldHalves.get(half).add(label, given);
                    request.details().add(item(doc, label, tagged.tags().get(i), located));
                }
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>(all.fields());
        fields.put("gold_spans", gold.fields());
        fields.put("halves", halves.stream().map(PlaceTally::fields).toList());
        fields.put(
                "gold_span_halves", goldHalves.stream().map(PlaceTally::fields).toList());
        return new Scores(set.docs().size(), tagged.cpuSeconds(), fields);
    }

    /** Splits a set by article for the choice of rules; the same for everybody. */
    private static int half(String id) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() & 1);
    }

    private static void count(PlacesSet.Doc doc, Tags tags, PlaceTally... tallies) {
        for (PlaceTally tally : tallies) {
            tally.addPrimary(doc, tags.primaryCountry());
            for (PlacesSet.Label label : doc.labels()) {
                if (isLocated(label)) {
                    tally.add(label, given(label, tags));
                }
            }
            for (Entity entity : tags.entities()) {
                for (Mention mention : entity.mentions()) {
                    boolean within = mention.field() != null || mention.end() <= doc.labelled();
                    if (entity.place() != null && within) {
                        tally.addFound(doc.labels().stream().anyMatch(label -> overlap(label, mention) > 0));
                    }
                }
            }
        }
    }

    private static boolean isLocated(PlacesSet.Label label) {
        return label.point() || !label.country().isEmpty();
    }

    /** The place of the mention that has most of the label. */
    private static Place given(PlacesSet.Label label, Tags tags) {
        Place given = null;
        int most = 0;
        for (Entity entity : tags.entities()) {
            for (Mention mention : entity.mentions()) {
                int overlap = overlap(label, mention);
                if (entity.type() == EntityType.LOC && entity.place() != null && overlap > most) {
                    given = entity.place();
                    most = overlap;
                }
            }
        }
        return given;
    }

    private static int overlap(PlacesSet.Label label, Mention mention) {
        if (label.title() != (mention.field() != null)) {
            return 0;
        }
        return Math.min(label.end(), mention.end()) - Math.max(label.start(), mention.start());
    }

    private static List<PlaceMention> mentions(PlacesSet.Doc doc, Prepared text) {
        return doc.labels().stream()
                .map(label -> mention(text, label))
                .filter(mention -> mention != null)
                .toList();
    }

    private static PlaceMention mention(Prepared text, PlacesSet.Label label) {
        Tokens tokens = label.title() ? text.title() : text.body();
        return PlaceMention.at(tokens, label.title(), label.start(), label.end());
    }

    private static Item item(PlacesSet.Doc doc, PlacesSet.Label label, Tags tags, LocatedPlace gold) {
        Place got = given(label, tags);
        String text = label.title() ? doc.title() : doc.body();
        return new Item(
                doc.id(),
                label.title() ? "title" : "body",
                label.start(),
                label.end(),
                text.substring(label.start(), label.end()),
                label.point() ? label.country() + " " + label.lat() + " " + label.lon() : label.country(),
                described(got),
                new PlaceTally().add(label, got),
                gold == null
                        ? null
                        : described(gold.place()) + (new PlaceTally().add(label, gold.place()) ? "" : " WRONG"),
                gold == null ? "not in the gazetteer, or too doubtful" : gold.why());
    }

    private static String described(Place place) {
        return place == null
                ? null
                : place.name() + " " + place.country() + " " + place.lat() + " " + place.lon() + " " + place.id() + " "
                        + place.confidence();
    }
}
