package dev.dateline.common.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * A browser runs pages of strangers on the machine where this server may listen on the loopback; none of them may write here. Browsers
 * say with {@code Origin} (RFC 6454) and {@code Sec-Fetch-Site} (Fetch Metadata) whose page sends a request; programs send neither.
 *
 * <p>What writes is refused unless its page is from this very port under a name of the loopback, or from an origin that is configured.
 * Other names under which a page may have reached this port do not count: a stranger's name can be made to lead here (DNS rebinding).
 */
final class OriginRule implements Endpoints {
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final String HTTP = "http";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Set<String> allowed;

    /** A rule that lets origins such as {@code https://desk.example.com}, in lower case. */
    OriginRule(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context context) {
        if (READING.contains(context.method())) {
            return;
        }
        String origin = context.header("Origin");
        boolean foreign = origin == null
                ? "cross-site".equals(context.header("Sec-Fetch-Site"))
                : !allowed.contains(origin.toLowerCase(Locale.ROOT)) && !isOwn(origin, context.header("Host"));
        if (foreign) {
            throw new ProblemException(Problem.of(
                    ProblemType.CROSS_ORIGIN,
                    "a browser sent this for a page of another origin (Origin, Sec-Fetch-Site); if it is yours, "
                            + "dateline.http.allowed-origins lets it"));
        }
    }

    /** Whether host and port are those the client asked for, and the host is the loopback. */
    private boolean isOwn(String origin, String host) {
        try {
            URI page = new URI(origin);
            URI own = new URI(page.getScheme() + "://" + host);
            return page.getHost() != null
                    && page.getHost().equalsIgnoreCase(own.getHost())
                    && port(page) == port(own)
                    && isLoopbackName(page.getHost());
        } catch (URISyntaxException e) {
            return false; // "null", which a page without an origin sends, or nonsense
        }
    }

    private static int port(URI origin) {
        if (origin.getPort() >= 0) {
            return origin.getPort();
        }
        return HTTP.equals(origin.getScheme()) ? HTTP_PORT : HTTPS_PORT;
    }

    /** By its letters, without asking a name server: that is what an attacker owns. */
    private static boolean isLoopbackName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }
}
