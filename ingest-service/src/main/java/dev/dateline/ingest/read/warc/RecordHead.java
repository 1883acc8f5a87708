package dev.dateline.ingest.read.warc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What framing needs to know of a record's head: its end and its kind. The rest is read only of records that may hold a page.
 *
 * @param type in lower case; empty when it is not given
 * @param bodyBytes below zero when the head does not say
 */
record RecordHead(String type, long bodyBytes) {
    private static final Set<String> CAPTURES = Set.of("response", "resource");
    private static final Pattern LENGTH = field("Content-Length", "(\\d{1,18}+)");
    private static final Pattern TYPE = field("WARC-Type", "([A-Za-z]{1,40}+)");

    static RecordHead of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        Matcher type = TYPE.matcher(text);
        return new RecordHead(
                type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "",
                length.find() ? Long.parseLong(length.group(1)) : -1);
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile(
                "\\n" + name + "[ \\t]*+:[ \\t]*+" + value + "[ \\t]*+\\r?\\n", Pattern.CASE_INSENSITIVE);
    }

    /** Whether the body is something that was fetched, not a note about it. */
    boolean isCapture() {
        return CAPTURES.contains(type);
    }
}
