package dev.dateline.dashboard.http;

import dev.dateline.dashboard.series.FleetMember;
import dev.dateline.dashboard.series.Mark;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.series.StepFigures;
import dev.dateline.dashboard.verdict.Verdict;
import dev.dateline.dashboard.verdict.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How things are at present: what the live stream tells once a second ({@code pulse}).
 *
 * @param at when it was put together
 * @param now the metrics by name; null where nothing is known
 * @param lagTrend seconds by which the lag grows in each second; null when too little is known
 * @param steps what each step does
 * @param instances who runs, and who fell silent
 * @param lastMark the youngest mark; when it is another one, {@code GET /v1/marks} has news. Null when there is none
 */
record Pulse(
        Instant at,
        Verdict verdict,
        Map<String, Double> now,
        Double lagTrend,
        List<StepFigures> steps,
        List<Instance> instances,
        Mark lastMark) {

    /** An instance in few words; {@code GET /v1/instances} has all of them. */
    record Instance(
            String instance,
            String service,
            FleetMember.State state,
            String version,
            String status,
            Instant startedAt) {
        static Instance of(FleetMember member) {
            return new Instance(
                    member.instance(),
                    member.service(),
                    member.state(),
                    member.version(),
                    member.status(),
                    member.startedAt());
        }
    }

    static Pulse of(Instant at, Watch watch, Series series) {
        List<Mark> marks = series.marks();
        return new Pulse(
                at,
                watch.verdict(),
                series.present(),
                watch.latest().shownTrend(),
                series.steps(),
                watch.latest().fleet().stream().map(Instance::of).toList(),
                marks.isEmpty() ? null : marks.get(marks.size() - 1));
    }
}
