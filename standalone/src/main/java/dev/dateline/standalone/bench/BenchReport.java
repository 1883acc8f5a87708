package dev.dateline.standalone.bench;

import java.util.Map;

/**
 * The figures of one run.
 *
 * @param ratio articles a second over pass-through records a second
 */
public record BenchReport(
        Machine machine,
        Throughput passThrough,
        Enriched enriched,
        double ratio,
        Steps steps,
        Latency latency,
        Memory memory) {

    /** Records through Kafka, exactly once. */
    public record Throughput(long records, long recordBytes, double seconds, double perSecond) {}

    /**
     * Articles from the raw topic to their end in the ledger.
     *
     * @param rawBytes mean size of a raw record
     * @param seconds from the first moment Streams runs until the ledger that shows nothing in flight, which it writes once a second
     * @param processCpuMsPerArticle of the whole process: steps, serialisation, state, clients, garbage collection, and the broker
     *     when it is embedded
     * @param threadDeaths stream threads that had to be replaced: anything but 0 spoils the figures
     */
    public record Enriched(
            long articles,
            long rawBytes,
            double seconds,
            double perSecond,
            double processCpuMsPerArticle,
            long events,
            long duplicates,
            long resends,
            long deadLetters,
            long threadDeaths) {}

    /** Thread CPU time per article in milliseconds, by step, in a warm JVM without Kafka. */
    public record Steps(int articles, Map<String, Double> cpuMsPerArticle, double sum) {}

    /**
     * Milliseconds from the time of receipt, just before ingest publishes, until a read_committed consumer has the event.
     *
     * @param accepted requests that were answered 202
     * @param refused requests that were answered otherwise
     * @param events that were measured; resends and copies have none
     */
    public record Latency(
            int rate, double seconds, int accepted, int refused, int events, long p50Ms, long p99Ms, long maxMs) {}

    /**
     * Memory of this process, in bytes; with an embedded broker that is broker, services and benchmark together.
     *
     * @param rss resident now; null where there is no /proc
     * @param rssPeak the largest it has been; null where there is no /proc
     * @param heapUsed after the run, without a collection before
     */
    public record Memory(Long rss, Long rssPeak, long heapUsed, long heapMax) {}
}
