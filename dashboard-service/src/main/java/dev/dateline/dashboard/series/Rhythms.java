package dev.dateline.dashboard.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How much each source sends, and which are silent for longer than they usually are. Nights count as usual once one was seen. */
final class Rhythms {
    private static final int MAX_SOURCE_ID = 256;
    /** Lines of the books for each source that is watched: one for each partition. */
    private static final int LINES = 8;
    /** How many times its longest pause a source must be silent. */
    private static final int TIMES = 2;
    /** After this a source has ended rather than paused. */
    private static final Duration ENDED = Duration.ofDays(1);
    /** After this nothing that is told of it is left. */
    private static final Duration FORGOTTEN = Duration.ofHours(HourCounts.HOURS);

    private final int maxSources;
    private final Map<String, Rhythm> sources = new HashMap<>();
    private final Map<String, Long> booked = new HashMap<>();

    Rhythms(int maxSources) {
        this.maxSources = maxSources;
    }

    /**
     * Ingest accepted so much of a source; sources beyond the bound are not watched.
     *
     * @param count 0 when it is not known how much it was, below to take back what was told too much
     */
    void accepted(String sourceId, Instant at, long count) {
        rhythm(sourceId).ifPresent(rhythm -> {
            if (count == 0) {
                rhythm.arrived(at);
            } else {
                rhythm.accepted(at, count);
            }
        });
    }

    /**
     * The books of a source and partition; a first line that lay there before says how much there is, not when it came.
     *
     * @param isNews false for a line that lay on the topic before: those between it and the one before it may be gone, and how much came
     *     when with them
     */
    void booked(String key, String sourceId, long raw, Instant at, boolean isNews) {
        Long before = booked.get(key);
        if (before == null && booked.size() >= LINES * maxSources) {
            return;
        }
        booked.put(key, raw);
        long known = before == null && !isNews ? raw : Objects.requireNonNullElse(before, 0L);
        if (raw > known) {
            rhythm(sourceId).ifPresent(rhythm -> {
                if (isNews) {
                    rhythm.booked(at, raw - known);
                } else {
                    rhythm.arrived(at);
                }
            });
        }
    }

    private Optional<Rhythm> rhythm(String sourceId) {
        if (sourceId == null || sourceId.length() > MAX_SOURCE_ID) {
            return Optional.empty();
        }
        if (!sources.containsKey(sourceId) && sources.size() >= maxSources) {
            return Optional.empty();
        }
        return Optional.of(sources.computeIfAbsent(sourceId, unknown -> new Rhythm()));
    }

    /** How much a source sends. */
    SourcePace pace(String sourceId, Instant now) {
        Rhythm rhythm = sources.get(sourceId);
        return rhythm == null ? SourcePace.NONE : rhythm.pace(now);
    }

    /** Those silent for too long, the longest in proportion first. */
    List<QuietSource> quiet(Instant now) {
        sources.values().removeIf(rhythm -> rhythm.last().isBefore(now.minus(FORGOTTEN)));
        return sources.entrySet().stream()
                .filter(source -> !source.getValue().last().isBefore(now.minus(ENDED)))
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
