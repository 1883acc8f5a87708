package dev.dateline.standalone.simulate;

import java.time.Duration;

/**
 * What a run has sent. {@code accepted + rejected + produced} is the number of deliveries.
 *
 * @param accepted over HTTP, acknowledged
 * @param rejected over HTTP, for good
 * @param produced straight onto the raw topic, acknowledged
 * @param firstRejection why the first one was rejected; null when none was
 */
public record SimulationReport(long accepted, long rejected, long produced, Duration elapsed, String firstRejection) {

    public long deliveries() {
        return accepted + rejected + produced;
    }

    /** Records that are in the raw topic now because of the run. */
    public long written() {
        return accepted + produced;
    }

    /** Deliveries a second over the whole run. */
    public double rate() {
        return deliveries() / Math.max(elapsed.toNanos() / 1e9, 1e-9);
    }
}
