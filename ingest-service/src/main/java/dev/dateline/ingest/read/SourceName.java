package dev.dateline.ingest.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code source_id} of a document that says who it is from only in its own way. */
public final class SourceName {
    private static final int MAX_LENGTH = 64;
    private static final Pattern HOST = Pattern.compile("(?i)https?://(?:[^/?#@]*+@)?(?:www\\.)?([^/?#:\\[\\]]++)");

    private SourceName() {}

    /** A provider's name or code as an id, for example "Agence X / desk" as {@code agence-x-desk}; null when nothing is left of it. */
    public static String of(String name) {
        if (name == null) {
            return null;
        }
        String id =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]++", "-").replaceAll("^[._-]++", "");
        String shortened = id.substring(0, Math.min(id.length(), MAX_LENGTH)).replaceAll("[._-]++$", "");
        return shortened.isEmpty() ? null : shortened;
    }

    /** The host of an address without {@code www.}, as an id; null when it is not an http address. */
    public static String ofHost(String url) {
        Matcher host = url == null ? null : HOST.matcher(url);
        return host != null && host.lookingAt() ? of(host.group(1)) : null;
    }
}
