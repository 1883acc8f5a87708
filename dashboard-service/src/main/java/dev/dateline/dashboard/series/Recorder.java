package dev.dateline.dashboard.series;

import dev.dateline.common.model.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Reads telemetry in the order it was written, puts it on the timeline and tells what arrived. Counts restart with their instance, whose id is new then, so
 * that a difference is never taken over a restart.
 */
final class Recorder {
    private static final int MOST_INSTANCES = 1_000;
    /** An instance is silent for so long before a second of it is called unknown; its clock and ours tick apart. */
    private static final Duration INSTANCE_PAUSE = Duration.ofSeconds(5);
    /** While no dashboard ran the books went on: over a restart of one, their mean is told. */
    private static final Duration BOOKS_PAUSE = Duration.ofMinutes(1);

    private static final String BOOKS = "books";

    private final Timeline timeline;
    private final Arrivals arrivals;
    private final Track<Telemetry> instances = new Track<>(MOST_INSTANCES, INSTANCE_PAUSE);
    private final Track<Long> processes = new Track<>(MOST_INSTANCES, INSTANCE_PAUSE);
    private final Track<Map<Metric, Double>> books = new Track<>(1, BOOKS_PAUSE);

    Recorder(Timeline timeline, Arrivals arrivals) {
        this.timeline = timeline;
        this.arrivals = arrivals;
    }

    /**
     * One record.
     *
     * @param at its time, not in the future
     */
    void record(Telemetry telemetry, Instant at) {
        String instance = Objects.requireNonNull(telemetry.instanceId(), "instance_id");
        instances
                .to(instance + "/" + telemetry.service(), at, withoutText(telemetry))
                .ifPresent(timeline::instance);
        arrivals.heard(telemetry, at);
        if (telemetry.jvm() != null) {
            processes.to(instance, at, telemetry.jvm().cpuMs()).ifPresent(timeline::process);
        }
        if (telemetry.counters() != null) {
            Flows.totals(telemetry.counters())
                    .filter(totals -> isNext(totals, at))
                    .flatMap(totals -> books.to(BOOKS, at, totals))
                    .ifPresent(timeline::books);
        }
    }

    /** Only what is compared is kept: a topology's description is long. */
    private static Telemetry withoutText(Telemetry telemetry) {
        return new Telemetry(
                telemetry.instanceId(),
                telemetry.service(),
                null,
                telemetry.at(),
                telemetry.startedAt(),
                null,
                null,
                telemetry.counters(),
                telemetry.steps(),
                telemetry.endToEnd(),
                null,
                null,
                telemetry.streams(),
                null);
    }

    /** Totals below the last ones are those of a dashboard that is a little behind the one heard before, or of another ledger. */
    private boolean isNext(Map<Metric, Double> totals, Instant at) {
        Track.Heard<Map<Metric, Double>> last = books.last(BOOKS);
        return last == null
                || totals.get(Metric.RAW) >= last.state().get(Metric.RAW)
                || Duration.between(last.at(), at).compareTo(BOOKS_PAUSE) > 0;
    }

    /** Joins what another one read of the time before this. */
    void precededBy(Recorder earlier) {
        instances.precededBy(earlier.instances, timeline::instance);
        processes.precededBy(earlier.processes, timeline::process);
        books.precededBy(earlier.books, timeline::books);
        arrivals.precededBy(earlier.arrivals);
    }
}
