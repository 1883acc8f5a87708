package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.WordFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What an element's tag, attributes and the words in its class and id say of its part in the page. */
final class ElementNames {
    /** Longer attributes are generated; a name is in their beginning or nowhere. */
    private static final int LONGEST = 300;

    private static final String BODY = "body";
    /** Ids of headings and paragraphs are made of their words, for links to them. */
    private static final Set<String> WITH_ANCHORS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "a", "span");

    private static final Map<String, String> NAMES = WordFile.keysByWord("page-surroundings.txt");
    private static final Set<String> BODY_NAMES = Set.copyOf(WordFile.lines("page-bodies.txt"));
    private static final Set<String> DATE_NAMES = Set.of(
            "date",
            "datetime",
            "pubdate",
            "published",
            "posted",
            "timestamp",
            "datum",
            "fecha",
            "data",
            "dateline",
            "time",
            "zeit",
            "erstellt",
            "created");
    private static final Set<String> AUTHOR_NAMES =
            Set.of("author", "authors", "byline", "autor", "autoren", "auteur", "autore", "verfasser");
    private static final Set<String> SUBTITLE_NAMES = Set.of(
            "subtitle",
            "subheadline",
            "subhead",
            "subheading",
            "standfirst",
            "deck",
            "dek",
            "chapo",
            "lead",
            "lede",
            "intro",
            "teaser",
            "abstract",
            "excerpt",
            "summary",
            "vorspann",
            "untertitel",
            "bajada",
            "entradilla",
            "sottotitolo",
            "sommario",
            "strapline");
    private static final Map<String, Surrounding> TAGS = Map.of(
            "nav", Surrounding.NAVIGATION,
            "footer", Surrounding.NAVIGATION,
            "header", Surrounding.NAVIGATION,
            "menu", Surrounding.NAVIGATION,
            "aside", Surrounding.RELATED,
            "form", Surrounding.SUBSCRIBE,
            "dialog", Surrounding.SUBSCRIBE,
            "address", Surrounding.BYLINE,
            "figure", Surrounding.CAPTION,
            "figcaption", Surrounding.CAPTION);
    private static final Map<String, Surrounding> ROLES = Map.of(
            "navigation", Surrounding.NAVIGATION,
            "banner", Surrounding.NAVIGATION,
            "contentinfo", Surrounding.NAVIGATION,
            "search", Surrounding.NAVIGATION,
            "menu", Surrounding.NAVIGATION,
            "menubar", Surrounding.NAVIGATION,
            "complementary", Surrounding.RELATED,
            "dialog", Surrounding.SUBSCRIBE,
            "alertdialog", Surrounding.SUBSCRIBE,
            "toolbar", Surrounding.SHARE);

    /** WordPress names the subjects of an article in the class of its element: {@code category-reviews}. */
    private static final Pattern TERMS = Pattern.compile("\\b(?:category|tag|author)-\\S++");

    private final Element element;
    private final List<String> words;

    private ElementNames(Element element) {
        this.element = element;
        this.words = new ArrayList<>();
        String names = element.attr("class");
        addWords(
                names.contains("hentry") || names.contains("type-post")
                        ? TERMS.matcher(names).replaceAll("")
                        : names);
        if (!WITH_ANCHORS.contains(element.normalName())) {
            addWords(element.attr("id"));
        }
    }

    static ElementNames of(Element element) {
        return new ElementNames(element);
    }

    Surrounding surrounding() {
        if (element.attributesSize() > 0) {
            if (isHidden()) {
                return Surrounding.HIDDEN;
            }
            Surrounding role = ROLES.get(element.attr("role"));
            Surrounding named = role == null ? named() : role;
            if (named != null) {
                return named;
            }
        }
        return TAGS.getOrDefault(element.normalName(), Surrounding.NONE);
    }

    BodyMark bodyMark() {
        String tag = element.normalName();
        if (tag.equals(BODY)) {
            return BodyMark.NONE;
        }
        if (element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody")) {
            return BodyMark.MICRODATA;
        }
        for (int i = 0; i < words.size(); i++) {
            boolean pair = i + 1 < words.size() && BODY_NAMES.contains(words.get(i) + " " + words.get(i + 1));
            if (pair || BODY_NAMES.contains(words.get(i))) {
                return BodyMark.NAME;
            }
        }
        if (tag.equals("article")) {
            return BodyMark.ARTICLE;
        }
        return tag.equals("main") || element.attr("role").equals("main") ? BodyMark.MAIN : BodyMark.NONE;
    }

    boolean sayDate() {
        return words.stream().anyMatch(DATE_NAMES::contains);
    }

    boolean sayAuthor() {
        return words.stream().anyMatch(AUTHOR_NAMES::contains);
    }

    boolean saySubtitle() {
        return words.stream().anyMatch(SUBTITLE_NAMES::contains);
    }

    private Surrounding named() {
        for (int i = 0; i < words.size(); i++) {
            String kind = NAMES.get(words.get(i));
            if (kind == null && i + 1 < words.size()) {
                kind = NAMES.get(words.get(i) + " " + words.get(i + 1));
            }
            // Posts that an article quotes are its text, bars to share it are not.
            boolean quoted = "share".equals(kind) && words.contains("embed");
            if (kind != null && !quoted) {
                return Surrounding.valueOf(kind.toUpperCase(Locale.ROOT));
            }
        }
        return null;
    }

    private boolean isHidden() {
        String style = Fold.beginning(element.attr("style")).replace(" ", "");
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    /** {@code relatedPosts--wide article_body2} has the words related, posts, wide, article, body. */
    private void addWords(String names) {
        int length = Math.min(names.length(), LONGEST);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            boolean letter = i < length && Character.isLetter(names.charAt(i));
            boolean hump = letter
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (!letter || hump) {
                if (i > start) {
                    words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = letter ? i : i + 1;
            }
            if (i < length && names.charAt(i) == ' ') {
                // Two names are no pair.
                words.add("");
            }
        }
        words.add("");
    }
}
