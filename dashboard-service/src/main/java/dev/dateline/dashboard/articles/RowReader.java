package dev.dateline.dashboard.articles;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Makes a row of an event, and lets its shared values go with it. */
final class RowReader {
    private static final int MAX_ID = 64;
    private static final int NAME = 80;
    private static final int TITLE = 200;

    private final Shared<String> words = new Shared<>();
    private final Shared<Tag> tags = new Shared<>();
    private final Shared<Spot> spots = new Shared<>();

    /** Throws {@link IllegalArgumentException} or {@link NullPointerException} when the event lacks what identifies it. */
    Row row(Position position, NewsEvent event) {
        String id = event.articleId();
        if (id.isEmpty() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("an article id has 1 to " + MAX_ID + " characters");
        }
        Objects.requireNonNull(event.status(), "status");
        Instant published = event.publishedAt();
        return new Row(
                position,
                id,
                event.revision(),
                event.status(),
                cut(event.duplicateOf(), MAX_ID),
                published == null ? 0 : published.toEpochMilli(),
                words.take(cut(event.sourceId(), NAME)),
                words.take(cut(event.language(), NAME)),
                cut(event.title(), TITLE),
                words.take(cut(event.primaryCountry(), NAME)),
                spots.take(primary(event)),
                topics(event),
                entities(event),
                event.lineage() == null ? 0 : event.lineage().rawPartition(),
                event.lineage() == null ? -1 : event.lineage().rawOffset());
    }

    /** The row is held no more. */
    void release(Row row) {
        words.release(row.sourceId());
        words.release(row.language());
        words.release(row.country());
        spots.release(row.place());
        row.topics().forEach(tags::release);
        row.entities().forEach(tags::release);
    }

    /** The place that the event names as its primary one, with what the entities say of it. */
    private static Spot primary(NewsEvent event) {
        if (event.primaryPlace() == null || event.primaryLat() == null || event.primaryLon() == null) {
            return null;
        }
        float lat = event.primaryLat().floatValue();
        float lon = event.primaryLon().floatValue();
        String name = cut(event.primaryPlace(), NAME);
        for (Entity entity : event.entities() == null ? List.<Entity>of() : event.entities()) {
            Place place = entity.place();
            if (place != null
                    && place.id() != null
                    && place.name() != null
                    && event.primaryPlace().equals(place.name())
                    && event.primaryLat().equals(place.lat())) {
                return new Spot(new Tag(cut(place.id(), NAME), cut(place.name(), NAME)), place.country(), lat, lon);
            }
        }
        return new Spot(new Tag(name, name), cut(event.primaryCountry(), NAME), lat, lon);
    }

    private List<Tag> topics(NewsEvent event) {
        return event.topics() == null
                ? List.of()
                : event.topics().stream()
                        .filter(topic -> topic.code() != null)
                        .limit(Row.MAX_TAGS)
                        .map(RowReader::tag)
                        .map(tags::take)
                        .toList();
    }

    private static Tag tag(MediaTopic topic) {
        String code = cut(topic.code(), NAME);
        return new Tag(code, topic.name() == null ? code : cut(topic.name(), NAME));
    }

    private List<Tag> entities(NewsEvent event) {
        return event.entities() == null
                ? List.of()
                : event.entities().stream()
                        .filter(entity -> entity.name() != null && entity.type() != null)
                        .map(RowReader::tag)
                        .distinct()
                        .limit(Row.MAX_TAGS)
                        .map(tags::take)
                        .toList();
    }

    private static Tag tag(Entity entity) {
        String name = cut(entity.name(), NAME);
        String key = entity.place() == null || entity.place().id() == null
                ? entity.type().name() + ":" + name
                : cut(entity.place().id(), NAME);
        return new Tag(key, name);
    }

    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "…";
    }
}
