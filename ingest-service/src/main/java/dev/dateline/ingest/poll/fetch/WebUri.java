package dev.dateline.ingest.poll.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as they are found on the web, as URIs that can be requested: what RFC 3986 does not allow in them is percent-encoded, as
 * browsers do (WHATWG URL, percent-encode sets), and host names are in ASCII (RFC 5891).
 */
public final class WebUri {
    private static final int MAX_LENGTH = 4096;
    private static final Pattern PARTS = Pattern.compile(
            "(?i)(https?)://([^/?#@\\s:]++|\\[[0-9a-f:.]++\\])(:[0-9]{1,5}+)?((?:[/?][^#]*+)?)(?:#.*+)?");
    private static final String HEX = "0123456789ABCDEF";
    /** Of the printable ASCII characters, those that a path or a query may not hold. */
    private static final String ENCODED = " \"<>\\^`{|}[]";
    /** Below are the well-known ports, where other protocols listen that an HTTP request could upset. */
    private static final int FIRST_FREE_PORT = 1024;

    private WebUri() {}

    /** The absolute http or https URI, on a port that may be asked; empty when the text is none. */
    public static Optional<URI> of(String text) {
        String stripped = text.strip();
        Matcher parts = PARTS.matcher(stripped);
        if (stripped.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        try {
            String host = parts.group(2).startsWith("[") ? parts.group(2) : IDN.toASCII(parts.group(2));
            String port = parts.group(3) == null ? "" : parts.group(3);
            URI uri = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host.toLowerCase(Locale.ROOT) + port
                    + encoded(parts.group(4)));
            return uri.getHost() != null && portIsFine(uri.getPort()) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a reference found at an address leads; empty when it leads to nothing that can be requested. */
    public static Optional<URI> resolve(URI base, String reference) {
        String stripped = reference.strip();
        if (stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            // java.net.URI takes an empty base path for no path at all (its defect 4866303): "/" keeps host and path
            // apart.
            URI rooted = base.getRawPath().isEmpty() ? base.resolve("/") : base;
            return PARTS.matcher(stripped).matches()
                    ? of(stripped)
                    : of(rooted.resolve(encoded(stripped)).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port: what headers of a source are bound to. */
    public static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }

    private static boolean portIsFine(int port) {
        return port < 0 || port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 65_535);
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c <= ' ' || c >= 0x7F || ENCODED.indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }
}
