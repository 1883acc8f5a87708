package dev.dateline.ingest.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code source_id} of a document that says who it is from only in its own way. */
public final class SourceName {
    private static final int MAX_LENGTH = 64;
    private static final Pattern HOST = Pattern.compile("(?i)https?://(?:[^/?#@]*+@)?(?:www\\.)?([^/?#:\\[\\]]++)");

    private static final Pattern NAMED = Pattern.compile("(?i)(?:urn:newsml:|tag:)([^:,/]{1,253}+)[:,]");

    private SourceName() {}

    /** A provider's name or code as an id, for example "Agence X / desk" as {@code agence-x-desk}; null when nothing is left of it. */
    public static String of(String name) {
        if (name == null) {
            return null;
        }
        String id =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]++", "-").replaceAll("^(?:www\\.|[._-])++", "");
        String shortened = id.substring(0, Math.min(id.length(), MAX_LENGTH)).replaceAll("[._-]++$", "");
        return shortened.isEmpty() ? null : shortened;
    }

    /**
     * The authority of a provider's id, as an id: the host of an address, the provider of a {@code urn:newsml:} (RFC 3085) or the
     * authority of a {@code tag:} (RFC 4151); null when it names none.
     */
    public static String ofUri(String uri) {
        return of(authority(uri));
    }

    /** The same as it is written, lower case, for example {@code example.com}; null when it names none. */
    public static String authority(String uri) {
        if (uri == null) {
            return null;
        }
        Matcher host = HOST.matcher(uri);
        if (host.lookingAt()) {
            return host.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher named = NAMED.matcher(uri);
        return named.lookingAt() ? named.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** The host of an address without {@code www.}, as an id; null when it is not an http address. */
    public static String ofHost(String url) {
        Matcher host = url == null ? null : HOST.matcher(url);
        return host != null && host.lookingAt() ? of(host.group(1)) : null;
    }
}
