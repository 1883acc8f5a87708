package dev.dateline.standalone.bench;

import java.time.Duration;

/**
 * How much of ingest to measure.
 *
 * @param warmUp load of each kind before the clock starts
 * @param length load of each kind while it runs
 * @param connections kept-alive connections that post single articles
 * @param batchConnections kept-alive connections that post batches
 * @param batchItems articles in one batch
 * @param bootstrapServers an outside cluster; null starts a broker in a temporary directory
 */
public record IngestPlan(
        Duration warmUp,
        Duration length,
        int connections,
        int batchConnections,
        int batchItems,
        String bootstrapServers) {}
