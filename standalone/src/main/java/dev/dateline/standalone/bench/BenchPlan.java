package dev.dateline.standalone.bench;

import java.time.Duration;

/**
 * How much to measure.
 *
 * @param warmUp simulated deliveries before the clock starts: the compiler is at work until then
 * @param articles simulated deliveries for the throughput of the pipeline and the CPU by step
 * @param passThrough records for the throughput of Kafka Streams alone
 * @param rate articles a second while latency is measured
 * @param latencyFor how long latency is measured
 * @param bootstrapServers an outside cluster; null starts a broker in a temporary directory
 */
public record BenchPlan(
        int warmUp, int articles, int passThrough, int rate, Duration latencyFor, String bootstrapServers) {
    /** Bytes of a pass-through record: a long article with its fields. */
    static final int PASS_THROUGH_BYTES = 3 << 10;

    /** At the same rate before the latencies count: the way in has not been used until then. */
    static final Duration LATENCY_WARM_UP = Duration.ofSeconds(5);

    static final long SEED = 1;

    int latencyArticles() {
        return (int) (rate * latencyFor.plus(LATENCY_WARM_UP).toSeconds());
    }
}
