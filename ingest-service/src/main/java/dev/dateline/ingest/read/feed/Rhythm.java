package dev.dateline.ingest.read.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/**
 * How often a feed wants to be looked at.
 *
 * @param ttl how long it may be kept (RSS 2.0 {@code ttl}); null when it does not say
 * @param updateInterval how often it changes (RSS 1.0 syndication module); null when it does not say
 * @param skipHours hours of the day, UTC, in which it need not be read
 * @param skipDays days in which it need not be read
 */
public record Rhythm(Duration ttl, Duration updateInterval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    static final Rhythm UNKNOWN = new Rhythm(null, null, Set.of(), Set.of());

    public Rhythm {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
