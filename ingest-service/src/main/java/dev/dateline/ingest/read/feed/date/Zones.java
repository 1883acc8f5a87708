package dev.dateline.ingest.read.feed.date;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and offsets of time zones as they stand behind times. */
final class Zones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC?|Z)?(?<sign>[+\\-\\u2212])(?<hours>[0-9]{1,2}?)(?::?(?<minutes>[0-9]{2}))?");
    private static final Pattern NAME = Pattern.compile("[A-Z]{1,5}");
    private static final int MAX_HOURS = 18;
    private static final int MAX_MINUTES = 59;
    private static final Map<String, ZoneOffset> NAMED = named();

    private Zones() {}

    /**
     * The offset of a zone in capitals. Military letters and names that nobody knows are UTC, because nobody can tell what was meant (RFC
     * 2822 section 4.3); names that mean several zones (IST, BST outside of Europe) are what they are there, or UTC.
     *
     * @return null when it is not a zone
     */
    static ZoneOffset offset(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            int hours = Integer.parseInt(offset.group("hours"));
            int minutes = offset.group("minutes") == null ? 0 : Integer.parseInt(offset.group("minutes"));
            if (hours > MAX_HOURS || minutes > MAX_MINUTES || (hours == MAX_HOURS && minutes > 0)) {
                return null;
            }
            int sign = offset.group("sign").equals("+") ? 1 : -1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        return NAME.matcher(text).matches() ? NAMED.getOrDefault(text, ZoneOffset.UTC) : null;
    }

    private static Map<String, ZoneOffset> named() {
        Map<String, ZoneOffset> zones = new HashMap<>();
        // North America (RFC 822 section 5.1)
        add(zones, "NST", "-03:30", "NDT", "-02:30", "AST", "-04:00", "ADT", "-03:00");
        add(zones, "EST", "-05:00", "EDT", "-04:00", "CST", "-06:00", "CDT", "-05:00");
        add(zones, "MST", "-07:00", "MDT", "-06:00", "PST", "-08:00", "PDT", "-07:00");
        add(zones, "AKST", "-09:00", "AKDT", "-08:00", "HST", "-10:00", "ET", "-05:00");
        add(zones, "CT", "-06:00", "MT", "-07:00", "PT", "-08:00", "BRT", "-03:00");
        // Europe
        add(zones, "BST", "+01:00", "WET", "+00:00", "WEST", "+01:00", "CET", "+01:00");
        add(zones, "CEST", "+02:00", "MEZ", "+01:00", "MESZ", "+02:00", "MET", "+01:00");
        add(zones, "MEST", "+02:00", "EET", "+02:00", "EEST", "+03:00", "MSK", "+03:00");
        add(zones, "MSD", "+04:00", "TRT", "+03:00", "SAST", "+02:00", "CAT", "+02:00");
        // Asia and the Pacific
        add(zones, "IST", "+05:30", "PKT", "+05:00", "WIB", "+07:00", "ICT", "+07:00");
        add(zones, "HKT", "+08:00", "SGT", "+08:00", "AWST", "+08:00", "JST", "+09:00");
        add(zones, "KST", "+09:00", "ACST", "+09:30", "ACDT", "+10:30", "AEST", "+10:00");
        add(zones, "AEDT", "+11:00", "NZST", "+12:00", "NZDT", "+13:00", "EAT", "+03:00");
        return Map.copyOf(zones);
    }

    private static void add(Map<String, ZoneOffset> zones, String... namesAndOffsets) {
        for (int i = 0; i < namesAndOffsets.length; i += 2) {
            zones.put(namesAndOffsets[i], ZoneOffset.of(namesAndOffsets[i + 1]));
        }
    }
}
