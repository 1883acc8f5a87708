package dev.dateline.common.http;

import dev.dateline.common.config.Settings;

/**
 * Where to listen.
 *
 * @param host an address of this machine; loopback unless said otherwise
 * @param port 0 takes a free one
 */
public record HttpSettings(String host, int port) {
    private static final int MAX_PORT = 65_535;

    /** Reads {@code http.host} and {@code http.port} of a service's section. */
    public static HttpSettings from(Settings section) {
        Settings http = section.section("http");
        return new HttpSettings(http.text("host"), http.integer("port", 0, MAX_PORT));
    }
}
