package dev.dateline.dashboard.series;

import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of each source and when, from what the instances of ingest count, in the order it was written. A record tells only of
 * sources that changed, so differences are taken over any pause.
 */
final class Arrivals {
    private static final int MOST_INSTANCES = 1_000;
    private static final int MOST_SPANS = 100_000;
    /** An instance whose first record is not older than this was heard from its beginning: all that it counted is new. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    /** Is told what came. */
    interface Sink {
        /**
         * So much came.
         *
         * @param at as the instance told it
         * @param count 0 when it is not known how much, below to take back what was told too much
         */
        void arrived(String sourceId, Instant at, long count);
    }

    /** What one instance counted of one source: when it was first heard and when it was last. */
    private static final class Span {
        private SourceCounts first;
        private SourceCounts last;

        Span(SourceCounts counts) {
            this.first = counts;
            this.last = counts;
        }
    }

    private static final class Life {
        private final Map<String, Span> spans = new HashMap<>();
        private boolean whole;

        Life(boolean whole) {
            this.whole = whole;
        }
    }

    private final Sink sink;
    /** The one heard of last is the last. */
    private final LinkedHashMap<String, Life> lives = new LinkedHashMap<>();

    private int spans;

    Arrivals(Sink sink) {
        this.sink = sink;
    }

    /**
     * One record.
     *
     * @param at its time, not in the future
     */
    void heard(Telemetry telemetry, Instant at) {
        if (telemetry.sources() == null) {
            return;
        }
        Life known = lives.remove(telemetry.instanceId());
        Life life = known == null ? new Life(isYoung(telemetry, at)) : known;
        lives.put(telemetry.instanceId(), life);
        for (SourceCounts counts : telemetry.sources()) {
            if (counts.sourceId() != null && counts.lastAt() != null && counts.accepted() > 0) {
                heard(life, counts);
            }
        }
        forget();
    }

    private static boolean isYoung(Telemetry telemetry, Instant at) {
        return telemetry.startedAt() != null
                && Duration.between(telemetry.startedAt(), at).compareTo(YOUNG) <= 0;
    }

    private void heard(Life life, SourceCounts counts) {
        Span span = life.spans.get(counts.sourceId());
        if (span == null) {
            add(life, counts.sourceId(), new Span(counts));
            sink.arrived(counts.sourceId(), counts.lastAt(), life.whole ? counts.accepted() : 0);
        } else {
            tell(counts, counts.accepted() - span.last.accepted());
            span.last = counts;
        }
    }

    private void add(Life life, String sourceId, Span span) {
        life.spans.put(sourceId, span);
        spans++;
    }

    private void tell(SourceCounts counts, long more) {
        if (more != 0) {
            sink.arrived(counts.sourceId(), counts.lastAt(), more);
        }
    }

    /** Those heard of longest ago go first. */
    private void forget() {
        Iterator<Life> oldest = lives.values().iterator();
        while (lives.size() > MOST_INSTANCES || spans > MOST_SPANS) {
            spans -= oldest.next().spans.size();
            oldest.remove();
        }
    }

    /** Joins what another one heard in the time before this; that one is not to be used any more. */
    void precededBy(Arrivals earlier) {
        earlier.lives.forEach((instance, before) -> {
            Life life = lives.get(instance);
            if (life != null) {
                join(before, life);
            } else if (lives.size() < MOST_INSTANCES && spans + before.spans.size() <= MOST_SPANS) {
                lives.put(instance, before);
                spans += before.spans.size();
            }
        });
    }

    private void join(Life before, Life life) {
        life.spans.forEach((sourceId, span) -> {
            long first = span.first.accepted();
            long told = life.whole ? first : 0;
            Span earlier = before.spans.get(sourceId);
            if (earlier != null) {
                tell(span.first, first - earlier.last.accepted() - told);
                span.first = earlier.first;
            } else if (before.whole) {
                tell(span.first, first - told);
            }
        });
        before.spans.forEach((sourceId, span) -> {
            if (!life.spans.containsKey(sourceId)) {
                add(life, sourceId, span);
            }
        });
        life.whole = before.whole;
        forget();
    }
}
