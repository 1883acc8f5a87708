package dev.dateline.ingest.read.feed.tree;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.regex.Pattern;

/** Links of a document as absolute addresses (RFC 3986 section 5). */
public final class Address {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}+:.*+", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("(?i)https?://.++", Pattern.DOTALL);
    private static final int MAX_LENGTH = 4096;

    private Address() {}

    /**
     * A link seen from its base. What has a scheme of its own stays as it is, and so does what can't be resolved.
     *
     * @param base an http address, or null
     * @param link may be null
     */
    public static String resolve(String base, String link) {
        if (link == null) {
            return null;
        }
        String trimmed = link.strip();
        if (!isWeb(base) || SCHEME.matcher(trimmed).matches() || trimmed.length() > MAX_LENGTH) {
            return trimmed;
        }
        try {
            // URL, and not URI, because URI refuses characters that are in use on the web.
            URL context = new URL(base);
            // URL drops the last segment of the path before a query alone.
            String from = trimmed.startsWith("?") ? context.getPath() + trimmed : trimmed;
            return trimmed.isEmpty() ? base : new URL(context, from).toExternalForm();
        } catch (MalformedURLException e) {
            return trimmed;
        }
    }

    /** Whether it is an absolute http or https address. */
    public static boolean isWeb(String address) {
        return address != null && WEB.matcher(address).matches();
    }

    /** Whether it begins with a scheme, as an address or a URN does. */
    public static boolean hasScheme(String text) {
        return SCHEME.matcher(text).matches();
    }
}
