package dev.dateline.ingest.read.feed.tree;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The links in HTML, made absolute: who reads the article later does not know any more where it was found. */
public final class HtmlLinks {
    /** HTML's attributes that hold one address (HTML Standard, "Index: Attributes", and HTML 4's obsolete ones). */
    private static final Set<String> LINKS = Set.of(
            "action",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "href",
            "longdesc",
            "poster",
            "profile",
            "src",
            "usemap");

    private static final List<String> NOT_RELATIVE = List.of("http://", "https://", "mailto:", "#");
    private static final int LONGEST = 10; // "background"

    private HtmlLinks() {}

    /** The same HTML, to the letter when there is no relative link in it. */
    public static String resolve(String html, String base) {
        if (base == null || !mayHoldRelative(html)) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        boolean changed = false;
        for (Element element : document.body().getAllElements()) {
            changed |= resolve(element, base);
        }
        return changed ? serialised(document.body()) : html;
    }

    /** A look at every equals sign: most articles have no relative link, and need not be parsed. */
    private static boolean mayHoldRelative(String html) {
        for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
            if (LINKS.contains(nameBefore(html, at)) && !isAbsolute(html, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static String nameBefore(String html, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(html.charAt(end - 1)) && at - end < LONGEST) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(html.charAt(start - 1)) && end - start <= LONGEST) {
            start--;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isAbsolute(String html, int from) {
        int start = from;
        while (start < html.length() && " \t\n\r\f\"'".indexOf(html.charAt(start)) >= 0 && start - from < LONGEST) {
            start++;
        }
        int value = start;
        return NOT_RELATIVE.stream().anyMatch(scheme -> html.regionMatches(true, value, scheme, 0, scheme.length()));
    }

    /** Resolves the links of one element, in place. */
    static boolean resolve(Element element, String base) {
        boolean changed = false;
        for (Attribute attribute : element.attributes()) {
            String link = attribute.getValue();
            // A fragment alone points into the article itself.
            if (LINKS.contains(attribute.getKey()) && !link.isBlank() && !link.startsWith("#")) {
                String resolved = Address.resolve(base, link);
                if (!resolved.equals(link)) {
                    attribute.setValue(resolved);
                    changed = true;
                }
            }
        }
        return changed;
    }

    static String serialised(Element body) {
        Document document = body.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false);
        }
        return body.html();
    }
}
