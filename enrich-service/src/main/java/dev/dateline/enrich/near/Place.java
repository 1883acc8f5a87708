package dev.dateline.enrich.near;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** An article's place in the order that makes an original: earliest published, then received, then by id, so that it is total. */
public record Place(Instant publishedAt, Instant receivedAt, String articleId) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::publishedAt)
            .thenComparing(Place::receivedAt)
            .thenComparing(Place::articleId);

    /** To the millisecond, as it is kept and sent. */
    public Place {
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(Place other) {
        return compareTo(other) < 0;
    }
}
