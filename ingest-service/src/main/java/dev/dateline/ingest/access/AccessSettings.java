package dev.dateline.ingest.access;

import dev.dateline.common.config.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whether requests need a key.
 *
 * @param mode {@code auto}, {@code keys} or {@code open}
 */
public record AccessSettings(String mode) {
    private static final String AUTO = "auto";
    private static final String KEYS = "keys";
    private static final String OPEN = "open";

    /** Reads {@code access} of the service's section. */
    public static AccessSettings from(Settings ingest) {
        return new AccessSettings(ingest.section("access").choice("mode", List.of(AUTO, KEYS, OPEN)));
    }

    /**
     * Whether they do: by the setting or, when that leaves it open, by who can reach the port.
     *
     * @param host the address that the port is opened on
     */
    boolean keysNeeded(String host) {
        return mode.equals(KEYS) || (mode.equals(AUTO) && !isLoopback(host));
    }

    private static boolean isLoopback(String host) {
        try {
            // An empty name is every address, though Java resolves it to the loopback.
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // whatever it is, it can't be told to be safe; opening the port will say what is wrong with
            // it
        }
    }
}
