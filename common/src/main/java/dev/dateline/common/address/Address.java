package dev.dateline.common.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http(s) URL in its parts, as they are written. Read by its borders (RFC 3986 appendix B) and not by
 * {@link java.net.URI}, which refuses many addresses that are on the web, for example with {@code |} in the query.
 *
 * @param port digits; null when none is given
 * @param path empty, or begins with {@code /}
 * @param query without {@code ?}; null when there is none
 * @param fragment without {@code #}; null when there is none
 */
public record Address(String host, String port, String path, String query, String fragment) {
    /** What browsers and caches take, and more than any article needs. */
    public static final int MAX_LENGTH = 2048;

    private static final char DELETE = 0x7F;
    private static final Pattern FORM = Pattern.compile(
            "https?://"
                    + "(?:[^/?#@]*+@)?" // who logs in says nothing about what is read
                    + "(?<host>\\[[0-9a-f:.]++\\]|[^/?#@:]++)"
                    + "(?::(?<port>[0-9]{0,5}+))?"
                    + "(?<path>(?:/[^?#]*+)?)"
                    + "(?:\\?(?<query>[^#]*+))?"
                    + "(?:#(?<fragment>.*+))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The parts of a text that is an absolute http(s) address of at most {@value #MAX_LENGTH} characters. */
    public static Optional<Address> parse(String url) {
        if (url.length() > MAX_LENGTH || !isUnbroken(url)) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(url);
        return parts.matches()
                ? Optional.of(new Address(
                        parts.group("host"),
                        parts.group("port"),
                        parts.group("path"),
                        parts.group("query"),
                        parts.group("fragment")))
                : Optional.empty();
    }

    /** No blank and no control character. Not in the pattern: asked there at every position, it is by far its dearest part. */
    private static boolean isUnbroken(String url) {
        for (int i = 0; i < url.length(); i++) {
            char unit = url.charAt(i);
            if (unit <= ' ' || unit == DELETE) {
                return false;
            }
        }
        return true;
    }
}
