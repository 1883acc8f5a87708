package dev.dateline.ingest.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.ingest.count.SourceTally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What ingest counts. Every article that was offered and answered is counted once:
 *
 * <pre>offered = accepted + refused{reason=...}, summed over the reasons</pre>
 *
 * where the reason is the code of the problem in the answer. A request that is refused as a whole, and a line of a batch, count as
 * one article each. Alert on {@code reason="kafka-unavailable"} and {@code "write-unconfirmed"} (Kafka is ill) and on a lasting
 * {@code "busy"} (Kafka is too slow); {@code "invalid-article"} is the producers' affair.
 */
public final class IngestMetrics {
    private static final String STEP = "accept-article";
    /** Refused though nothing is wrong with the article. */
    private static final Set<ProblemType> NOT_ITS_FAULT =
            EnumSet.of(ProblemType.BUSY, ProblemType.KAFKA_UNAVAILABLE, ProblemType.WRITE_UNCONFIRMED);

    private final Counter accepted;
    private final Map<ProblemType, Counter> refused = new EnumMap<>(ProblemType.class);
    private final DistributionSummary batchItems;
    private final Timer publishing;
    private final StepCounter step;
    private final SourceTally sources;

    public IngestMetrics(MeterRegistry registry, StepCounters steps, SourceTally sources) {
        this.step = steps.of(STEP);
        this.sources = sources;
        this.accepted = Counter.builder("dateline.ingest.accepted")
                .description("Articles which Kafka acknowledged")
                .register(registry);
        for (ProblemType type : ProblemType.values()) {
            refused.put(
                    type,
                    Counter.builder("dateline.ingest.refused")
                            .description("Articles answered with a problem")
                            .tag("reason", type.code())
                            .register(registry));
        }
        this.batchItems = DistributionSummary.builder("dateline.ingest.batch.items")
                .description("Articles per batch")
                .register(registry);
        this.publishing = Timer.builder("dateline.ingest.publish")
                .description("From handing an article to the publisher to the answer")
                .serviceLevelObjectives(Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000)
                        .map(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(registry);
    }

    void accepted(String sourceId) {
        accepted.increment();
        step.given(1);
        step.made(1);
        sources.accepted(sourceId);
    }

    /** A refusal; {@code sourceId} is null where it is not known. */
    void refused(String sourceId, Problem problem) {
        for (Map.Entry<ProblemType, Counter> counter : refused.entrySet()) {
            if (counter.getKey().uri().equals(problem.type())) {
                counter.getValue().increment();
                count(counter.getKey());
            }
        }
        sources.rejected(sourceId);
    }

    private void count(ProblemType type) {
        step.given(1);
        if (NOT_ITS_FAULT.contains(type)) {
            step.failed(1);
        } else {
            step.rejected(1);
        }
    }

    void batch(int items) {
        batchItems.record(items);
    }

    /** How long Kafka took to answer for one article. */
    void published(long nanos) {
        publishing.record(nanos, TimeUnit.NANOSECONDS);
        step.took(nanos);
    }

    /** For telemetry: accepted, and the refused in three groups by whose affair they are. */
    public Map<String, Double> counters() {
        double busy = refused.get(ProblemType.BUSY).count();
        double unavailable = refused.get(ProblemType.KAFKA_UNAVAILABLE).count()
                + refused.get(ProblemType.WRITE_UNCONFIRMED).count();
        double all = refused.values().stream().mapToDouble(Counter::count).sum();
        Map<String, Double> counters = new TreeMap<>();
        counters.put("ingest_accepted_total", accepted.count());
        counters.put("ingest_rejected_total", all - busy - unavailable);
        counters.put("ingest_busy_total", busy);
        counters.put("ingest_unavailable_total", unavailable);
        return counters;
    }
}
