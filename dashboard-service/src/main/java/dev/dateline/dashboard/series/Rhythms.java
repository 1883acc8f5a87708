package dev.dateline.dashboard.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which sources are silent for longer than they usually are. Nights count as usual once one was seen. */
final class Rhythms {
    private static final int MAX_SOURCE_ID = 256;
    /** How many times its longest pause a source must be silent. */
    private static final int TIMES = 2;
    /** After this a source has ended rather than paused. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final int maxSources;
    private final Map<String, Rhythm> sources = new HashMap<>();
    private final Map<String, Long> booked = new HashMap<>();

    Rhythms(int maxSources) {
        this.maxSources = maxSources;
    }

    /** A source sent something; sources beyond the bound are not watched. */
    void arrived(String sourceId, Instant at) {
        if (sourceId == null || sourceId.length() > MAX_SOURCE_ID || at == null) {
            return;
        }
        Rhythm rhythm = sources.get(sourceId);
        if (rhythm == null && sources.size() < maxSources) {
            rhythm = new Rhythm();
            sources.put(sourceId, rhythm);
        }
        if (rhythm != null) {
            rhythm.arrived(at);
        }
    }

    /** The books of a source and partition; a first line says how much there is, not when it came. */
    void booked(String key, String sourceId, long raw, Instant at) {
        Long before = booked.get(key);
        if (before != null && raw > before) {
            arrived(sourceId, at);
        }
        if (before != null || booked.size() < maxSources) {
            booked.put(key, raw);
        }
    }

    /** Those silent for too long, the longest in proportion first. */
    List<QuietSource> quiet(Instant now) {
        sources.values().removeIf(rhythm -> rhythm.last().isBefore(now.minus(FORGOTTEN)));
        return sources.entrySet().stream()
                .map(source -> quiet(source.getKey(), source.getValue(), now))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble((QuietSource source) ->
                                -(double) source.silent().toSeconds()
                                        / source.longestPause().toSeconds())
                        .thenComparing(QuietSource::sourceId))
                .toList();
    }

    private static QuietSource quiet(String sourceId, Rhythm rhythm, Instant now) {
        Duration pause = rhythm.longestPause();
        Duration silent = Duration.between(rhythm.last(), now);
        boolean tooLong = !pause.isZero() && silent.compareTo(pause.multipliedBy(TIMES)) > 0;
        return tooLong ? new QuietSource(sourceId, rhythm.last(), silent, pause) : null;
    }
}
