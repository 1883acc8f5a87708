package dev.dateline.common.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses that hold another's address: AMP caches and viewers, and the redirects of a search engine and of a network. */
final class Wrapping {
    private static final Pattern CACHE =
            Pattern.compile("(?:[a-z0-9-]++\\.)?cdn\\.ampproject\\.org|(?:[a-z0-9-]++\\.)?bing-amp\\.com");
    private static final Pattern SEARCH = Pattern.compile("google(?:\\.[a-z]{2,3}){1,2}");
    private static final Set<String> NETWORK = Set.of("l.facebook.com", "lm.facebook.com");
    /** Documents for a browser, for the viewer, and as a signed package; the cache's other folders hold pictures and fonts. */
    private static final Set<String> CACHED_PAGES = Set.of("c", "v", "wp");

    private static final String TLS = "s";

    private Wrapping() {}

    /** Whether a host is one that wraps addresses; its own paths are not an article's. */
    static boolean wraps(String host) {
        return CACHE.matcher(host).matches() || SEARCH.matcher(host).matches() || NETWORK.contains(host);
    }

    /**
     * The address inside.
     *
     * @param host one that {@link #wraps wraps}
     */
    static Optional<Address> wrapped(String host, List<String> path, List<String> query) {
        if (CACHE.matcher(host).matches()) {
            return startsWithOneOf(path, CACHED_PAGES) ? inPath(path, query) : Optional.empty();
        }
        if (NETWORK.contains(host)) {
            return path.equals(List.of("l.php")) ? inQuery(query, "u") : Optional.empty();
        }
        if (startsWithOneOf(path, Set.of("amp"))) {
            return inPath(path, query);
        }
        return path.equals(List.of("url")) ? inQuery(query, "url", "q") : Optional.empty();
    }

    private static boolean startsWithOneOf(List<String> path, Set<String> folders) {
        return !path.isEmpty() && folders.contains(path.get(0));
    }

    /** {@code /c/s/host/path} or, for an address without TLS, {@code /c/host/path}. */
    private static Optional<Address> inPath(List<String> path, List<String> query) {
        int from = path.size() > 1 && path.get(1).equals(TLS) ? 2 : 1;
        String rest = String.join("/", path.subList(Math.min(from, path.size()), path.size()));
        return site("https://" + rest + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static Optional<Address> inQuery(List<String> query, String... names) {
        return Stream.of(names)
                .map(name -> QueryRules.valueOf(query, name))
                .filter(value -> value != null)
                .findFirst()
                .map(PercentCode::decoded)
                .flatMap(Wrapping::site);
    }

    /** Only an address with the name of a site: anything else is a word of the wrapper's own. */
    private static Optional<Address> site(String url) {
        return Address.parse(url).filter(inner -> inner.host().indexOf('.') > 0);
    }
}
