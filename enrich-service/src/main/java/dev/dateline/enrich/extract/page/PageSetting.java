package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.time.DateSearch;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Where and when a page was found, and what follows from it.
 *
 * @param url may be null
 * @param host in lower case without {@code www}; empty when there is no address
 */
record PageSetting(String url, String host, Instant receivedAt, DateSearch.Order order) {
    private static final Set<String> AMERICAN = Set.of("com", "us", "gov", "edu", "org", "net");

    static PageSetting of(String url, String language, Instant receivedAt) {
        String host = host(url);
        String top = host.substring(host.lastIndexOf('.') + 1);
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT).replace('_', '-');
        boolean american = tag.startsWith("en-us") || (AMERICAN.contains(top) && (tag.isEmpty() || tag.equals("en")));
        return new PageSetting(
                url, host, receivedAt, american ? DateSearch.Order.MONTH_FIRST : DateSearch.Order.DAY_FIRST);
    }

    /** An absolute web address, or null when this is none and can't be made one. */
    String absolute(String address) {
        try {
            URI given = new URI(address.strip().replace(" ", "%20"));
            URI full = given.isAbsolute() || url == null ? given : new URI(url).resolve(given);
            boolean web = "http".equalsIgnoreCase(full.getScheme()) || "https".equalsIgnoreCase(full.getScheme());
            return web && full.getHost() != null ? full.toString() : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null; // not an address; nothing can be followed from it
        }
    }

    private static String host(String url) {
        try {
            String host = url == null ? null : new URI(url).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
