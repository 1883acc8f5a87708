package dev.dateline.common.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The path: its segments without what RFC 3986 calls equal, and then without what makes another edition of the same article. */
final class PathRules {
    /** What servers answer with for a folder. */
    private static final Set<String> INDEXES = Set.of(
            "index.html",
            "index.htm",
            "index.shtml",
            "index.php",
            "index.asp",
            "index.aspx",
            "index.jsp",
            "default.html",
            "default.htm",
            "default.asp",
            "default.aspx");
    /** Last segments that ask for another layout of the page before them. */
    private static final Set<String> LAYOUTS = Set.of("print", "print.html", "amp.html");
    /** Segments that ask for the AMP edition wherever they stand. */
    private static final Set<String> AMP = Set.of("amp", "amphtml");

    private static final List<String> AMP_ENDINGS = List.of(".amp", ".amp.html", "~amp.html");
    private static final Pattern SESSION = Pattern.compile("(?i);(?:jsessionid|phpsessid)=[^;/]*+");

    private PathRules() {}

    /**
     * The segments in one spelling: percent-encoding, session ids, dot segments (RFC 3986 section 5.2.4), doubled and final slashes.
     *
     * @param path as written
     */
    static List<String> segments(String path) {
        String spelled = PercentCode.normalized(path, PercentCode.PATH);
        if (spelled.indexOf(';') >= 0) {
            spelled = SESSION.matcher(spelled).replaceAll("");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : spelled.substring(Math.min(1, spelled.length())).split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.equals(".")) {
                segments.add(segment);
            }
        }
        segments.removeIf(String::isEmpty);
        return segments;
    }

    /** The segments without the marks of AMP, print and index pages. One segment always stays, unless it is an index. */
    static List<String> article(List<String> segments) {
        List<String> left = new ArrayList<>(segments);
        left.removeIf(AMP::contains);
        if (left.isEmpty()) {
            return segments.subList(0, Math.min(1, segments.size()));
        }
        boolean changed = true;
        while (changed && !left.isEmpty()) {
            int last = left.size() - 1;
            String name = left.get(last);
            String plain = withoutAmp(name);
            boolean drop = isIndex(name) || (last > 0 && (LAYOUTS.contains(name) || AMP.contains(name)));
            changed = drop || !plain.equals(name);
            if (drop) {
                left.remove(last);
            } else {
                left.set(last, plain);
            }
        }
        return left;
    }

    private static boolean isIndex(String name) {
        return INDEXES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** {@code story.amp} and {@code story.amp.html} are {@code story} and {@code story.html}. */
    private static String withoutAmp(String name) {
        for (String ending : AMP_ENDINGS) {
            boolean hasStem = name.length() > ending.length() && name.charAt(0) != '.'; // never leaves a dot segment
            if (hasStem && name.endsWith(ending)) {
                String stem = name.substring(0, name.length() - ending.length());
                return ending.endsWith(".html") ? stem + ".html" : stem;
            }
        }
        return name;
    }
}
