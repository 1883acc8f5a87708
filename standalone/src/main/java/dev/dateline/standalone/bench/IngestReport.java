package dev.dateline.standalone.bench;

import java.util.Map;

/** The figures of ingest alone: HTTP in, acknowledged by the broker, nothing behind it. */
public record IngestReport(Machine machine, Load single, Load batch, BenchReport.Memory memory) {

    /**
     * One kind of load.
     *
     * @param connections kept alive, each with one request at a time
     * @param articles that were sent, of which every one is answered
     * @param articleBytes mean size as JSON
     * @param cpuMsPerArticle of the whole process without the client: ingest, Kafka's client, compiler and collector, and the broker
     *     when it is embedded
     * @param statuses requests by the HTTP status of their answer: anything but 202 and 200 spoils the figures
     * @param p50Ms of a request, be it one article or a batch
     */
    public record Load(
            int connections,
            int itemsPerRequest,
            long articles,
            long articleBytes,
            double seconds,
            double perSecond,
            double cpuMsPerArticle,
            Map<Integer, Integer> statuses,
            double p50Ms,
            double p99Ms) {}
}
