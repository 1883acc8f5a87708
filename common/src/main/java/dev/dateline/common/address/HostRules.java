package dev.dateline.common.address;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The host: lower case, ASCII (Punycode, RFC 3492), without a final dot and without the labels that name a device instead of a site. */
final class HostRules {
    /** First labels under which sites show the same articles to other devices. */
    private static final Set<String> DEVICES = Set.of("www", "m", "mobil", "mobile", "touch", "amp");
    /** Second labels under which a country registers names: {@code mobile.co.uk} is a site, not a site's mobile host. */
    private static final Set<String> REGISTRIES = Set.of(
            "ac", "asn", "biz", "co", "com", "edu", "firm", "gen", "go", "gob", "gouv", "gov", "govt", "gv", "id",
            "ind", "info", "ltd", "me", "mil", "ne", "net", "nom", "or", "org", "plc", "sch", "web");

    private static final int COUNTRY_CODE = 2;
    /** DNS's own limit; a longer label is no name, and not worth the time. */
    private static final int MAX_LABEL = 63;

    private static final Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]"); // RFC 3490 section 3.1
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]++");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]++|\\[.*+");

    private HostRules() {}

    static String normalized(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (ADDRESS.matcher(lower).matches()) {
            return lower;
        }
        List<String> labels = Arrays.stream(DOTS.split(lower, -1))
                .map(HostRules::ascii)
                .collect(Collectors.toCollection(ArrayList::new));
        while (labels.size() > 1 && labels.get(labels.size() - 1).isEmpty()) {
            labels.remove(labels.size() - 1);
        }
        String name = String.join(".", withoutDevices(labels));
        return name.isEmpty() ? lower : name; // nothing but dots
    }

    /** One label in ASCII; as it is when it is not a label that could be registered. */
    private static String ascii(String label) {
        String decoded =
                label.indexOf('%') < 0 ? label : PercentCode.decoded(label).toLowerCase(Locale.ROOT);
        if (decoded.length() > MAX_LABEL || NAME.matcher(decoded).matches()) {
            return decoded.length() > MAX_LABEL ? label : decoded;
        }
        try {
            String ascii = IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            // Compatibility mapping makes "a/c" of one character: what is no name would move the borders of the host.
            return NAME.matcher(ascii).matches() ? ascii : label;
        } catch (IllegalArgumentException e) {
            return label; // such hosts don't resolve, but a producer may use them as a name
        }
    }

    private static List<String> withoutDevices(List<String> labels) {
        int from = 0;
        while (DEVICES.contains(labels.get(from)) && isSite(labels.subList(from + 1, labels.size()))) {
            from++;
        }
        return labels.subList(from, labels.size());
    }

    private static boolean isSite(List<String> labels) {
        boolean registry =
                labels.size() == 2 && labels.get(1).length() == COUNTRY_CODE && REGISTRIES.contains(labels.get(0));
        return labels.size() >= 2 && !registry;
    }
}
