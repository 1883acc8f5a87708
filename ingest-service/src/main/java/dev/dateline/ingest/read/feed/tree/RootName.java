package dev.dateline.ingest.read.feed.tree;

import java.util.Locale;

/** The root element of an XML document, seen from its first and its last characters alone. */
public final class RootName {
    private static final int TAIL = 200;

    private RootName() {}

    /**
     * The root's name without prefix, in lower case; empty when the opening does not get to it.
     *
     * @param opening from the document's beginning, which may hold a declaration, comments and a document type
     */
    public static String of(String opening) {
        int at = opening.startsWith("<") ? 0 : -1;
        while (at >= 0 && at + 1 < opening.length()) {
            if (opening.startsWith("<!--", at)) {
                int end = opening.indexOf("-->", at);
                at = end < 0 ? -1 : opening.indexOf('<', end);
            } else if (opening.charAt(at + 1) == '?' || opening.charAt(at + 1) == '!') {
                at = opening.indexOf('<', at + 1);
            } else {
                return local(opening, at + 1);
            }
        }
        return "";
    }

    /** Whether the document's end shows the root's end tag: without it, the rest was lost, though a lenient parser closes everything. */
    public static boolean isClosed(String text, String root) {
        String tail = text.substring(Math.max(0, text.length() - TAIL)).toLowerCase(Locale.ROOT);
        int end = tail.lastIndexOf("</");
        return end >= 0 && local(tail, end + 2).equals(root);
    }

    private static String local(String opening, int from) {
        int end = from;
        while (end < opening.length()
                && !Character.isWhitespace(opening.charAt(end))
                && "/>".indexOf(opening.charAt(end)) < 0) {
            end++;
        }
        String name = opening.substring(from, end);
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
