package dev.dateline.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where the broker keeps its data and where it listens.
 *
 * @param dataDir made and formatted when it is new, continued when it exists; belongs to the broker alone
 * @param port of the clients' listener on {@link #HOST}, 0 for any free one
 * @param overrides broker settings by Kafka's names that shall differ from ours, for measurements
 */
public record BrokerSettings(Path dataDir, int port, Map<String, String> overrides) {
    /** Loopback only: the broker asks nobody for a password. */
    public static final String HOST = "127.0.0.1";

    private static final int MAX_PORT = 65_535;

    public BrokerSettings {
        Objects.requireNonNull(dataDir, "dataDir");
        overrides = Map.copyOf(overrides);
        dataDir = dataDir.toAbsolutePath().normalize();
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be 0 (any free one) to " + MAX_PORT + ", not " + port);
        }
    }

    public BrokerSettings(Path dataDir, int port) {
        this(dataDir, port, Map.of());
    }
}
