package dev.dateline.ingest.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
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
    private final Counter accepted;
    private final Map<ProblemType, Counter> refused = new EnumMap<>(ProblemType.class);
    private final DistributionSummary batchItems;
    private final Timer publishing;

    public IngestMetrics(MeterRegistry registry) {
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

    void accepted() {
        accepted.increment();
    }

    void refused(Problem problem) {
        for (Map.Entry<ProblemType, Counter> counter : refused.entrySet()) {
            if (counter.getKey().uri().equals(problem.type())) {
                counter.getValue().increment();
            }
        }
    }

    void batch(int items) {
        batchItems.record(items);
    }

    Timer publishing() {
        return publishing;
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
