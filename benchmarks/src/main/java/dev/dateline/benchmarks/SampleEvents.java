package dev.dateline.benchmarks;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.Lineage;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up events, always the same: titles of ten words, four topics of 400, eight names of 30,000 and a town of 5,000 each, 2,000 sources, of
 * which few have most.
 */
final class SampleEvents {
    static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    private static final int PARTITIONS = 12;
    private static final int ID_LENGTH = 26;
    private static final double CONFIDENCE = 0.9;

    private static final List<EntityType> TYPES = List.of(EntityType.values());

    private final Random random = new Random(1);

    /** What is done with an event. */
    interface Taker {
        void take(int partition, long offset, Instant at, NewsEvent event);
    }

    /** So many events, spread over a time. */
    void over(Duration length, int count, Taker taker) {
        for (int i = 0; i < count; i++) {
            Instant at = START.plusMillis(length.toMillis() * i / count);
            taker.take(i % PARTITIONS, i / PARTITIONS, at, event(i, at));
        }
    }

    private NewsEvent event(int number, Instant at) {
        int town = few(5_000);
        Place place = new Place(
                "geonames:" + (2_000_000 + town),
                "Town " + town,
                "DE",
                null,
                (double) (town % 90),
                (double) (town % 180),
                CONFIDENCE);
        return NewsEventBuilder.builder()
                .eventId("event-" + number)
                .articleId(String.format("%0" + ID_LENGTH + "d", number))
                .revision(1)
                .schemaVersion(NewsEvent.SCHEMA_VERSION)
                .status(EventStatus.ACTIVE)
                .receivedAt(at)
                .publishedAt(at)
                .sourceId("source-" + few(2_000))
                .language("en")
                .title(title())
                .topics(topics())
                .entities(entities(place))
                .primaryPlace(place.name())
                .primaryCountry(place.country())
                .primaryLat(place.lat())
                .primaryLon(place.lon())
                .lineage(new Lineage("news.raw.v1", number % PARTITIONS, number, "1", Map.of(), Map.of()))
                .build();
    }

    private String title() {
        StringBuilder title = new StringBuilder();
        for (int word = 0; word < 10; word++) {
            title.append(Integer.toString(46_656 + random.nextInt(50_000), 36)).append("s ");
        }
        return title.toString();
    }

    private List<MediaTopic> topics() {
        List<MediaTopic> topics = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int topic = few(400);
            topics.add(new MediaTopic(
                    "medtop:" + (20_000_000 + topic), "topic number " + topic, null, CONFIDENCE, List.of()));
        }
        return topics;
    }

    private List<Entity> entities(Place place) {
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int name = few(30_000);
            EntityType type = TYPES.get(name % TYPES.size());
            entities.add(new Entity(type, "Person or Body " + name, List.of(), CONFIDENCE, CONFIDENCE, null, null));
        }
        entities.add(
                new Entity(EntityType.LOC, place.name(), List.of(), CONFIDENCE, CONFIDENCE, place, place.country()));
        return entities;
    }

    /** A number below a bound, small ones much more often. */
    private int few(int bound) {
        return (int) Math.min(bound - 1, Math.pow(bound, random.nextDouble()) - 1);
    }
}
