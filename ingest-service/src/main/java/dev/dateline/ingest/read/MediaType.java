package dev.dateline.ingest.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type, as far as ingest needs it.
 *
 * @param name in lower case, without parameters; empty when there is none
 * @param charset in lower case; null when not given
 */
public record MediaType(String name, String charset) {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*+charset\\s*+=\\s*+\"?+([A-Za-z0-9_.:+-]{1,40})\"?", Pattern.CASE_INSENSITIVE);

    public static MediaType parse(String header) {
        if (header == null) {
            return new MediaType("", null);
        }
        int semicolon = header.indexOf(';');
        String name = semicolon < 0 ? header : header.substring(0, semicolon);
        Matcher charset = CHARSET.matcher(header);
        return new MediaType(
                name.strip().toLowerCase(Locale.ROOT),
                charset.find() ? charset.group(1).toLowerCase(Locale.ROOT) : null);
    }
}
