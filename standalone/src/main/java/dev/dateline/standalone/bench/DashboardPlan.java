package dev.dateline.standalone.bench;

import java.time.Duration;

/**
 * How much of the dashboard to measure.
 *
 * @param rate events a second
 * @param clients open streams that are read at once
 * @param slow open streams beside them that are hardly read
 * @param warmUp load before the clock starts
 * @param length how long each situation is measured
 * @param bootstrapServers an outside cluster; null starts a broker in a temporary directory
 */
public record DashboardPlan(
        int rate, int clients, int slow, Duration warmUp, Duration length, String bootstrapServers) {}
