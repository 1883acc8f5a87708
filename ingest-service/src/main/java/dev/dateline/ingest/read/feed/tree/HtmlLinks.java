package dev.dateline.ingest.read.feed.tree;

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

    private HtmlLinks() {}

    /** The same HTML, to the letter when there is no relative link in it. */
    public static String resolve(String html, String base) {
        if (base == null || html.indexOf('=') < 0) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        boolean changed = false;
        for (Element element : document.body().getAllElements()) {
            changed |= resolve(element, base);
        }
        return changed ? serialised(document.body()) : html;
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
