package dev.dateline.ingest.read.feed.tree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** HTML in short texts of a feed, such as titles: whether it is any, what of it may be shown, and what it reads as. */
public final class Markup {
    private static final Pattern SIGN = Pattern.compile(
            "</?+(?<tag>[A-Za-z][A-Za-z0-9]{0,15}+)(?=[\\s/>])|&(?:#[0-9]{1,7}+|#[xX][0-9A-Fa-f]{1,6}+|(?<entity>[A-Za-z][A-Za-z0-9]{1,31}+));");

    /** Text, tables and pictures; nothing that runs, loads a document, sends something or covers the page. */
    private static final Safelist SAFE = Safelist.relaxed()
            .addTags(
                    "abbr",
                    "address",
                    "article",
                    "aside",
                    "bdi",
                    "bdo",
                    "center",
                    "del",
                    "details",
                    "dfn",
                    "figcaption")
            .addTags(
                    "figure", "font", "footer", "header", "hgroup", "hr", "ins", "kbd", "main", "mark", "picture", "rp")
            .addTags("rt", "ruby", "s", "samp", "section", "summary", "time", "tt", "var", "wbr", "acronym", "big")
            .addAttributes(":all", "dir", "lang", "title")
            .addAttributes("time", "datetime")
            .preserveRelativeLinks(true);

    private Markup() {}

    /**
     * Whether a text is HTML where its format does not say, as in the titles of RSS: a tag or a character reference that HTML knows is
     * taken for a sign.
     */
    public static boolean isLikely(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return false;
        }
        Matcher sign = SIGN.matcher(text);
        while (sign.find()) {
            String tag = sign.group("tag");
            String entity = sign.group("entity");
            if (tag != null ? Tag.isKnownTag(tag) : entity == null || Entities.isNamedEntity(entity)) {
                return true;
            }
        }
        return false;
    }

    /** What of it may be shown on a page. */
    public static String safe(String html) {
        return HtmlLinks.serialised(clean(html).body()).strip();
    }

    /** What it reads as, in one line. */
    public static String plain(String html) {
        return line(clean(html).body().text());
    }

    /** A text in one line: runs of blanks and controls become a space. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return line.toString();
    }

    private static Document clean(String html) {
        return new Cleaner(SAFE).clean(Jsoup.parseBodyFragment(html));
    }
}
