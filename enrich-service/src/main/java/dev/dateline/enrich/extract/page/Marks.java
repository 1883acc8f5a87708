package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.text.CleanText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Elements of the page's body whose tag, attributes or class say that they hold headline, names or times. */
final class Marks {
    private static final int MOST = 40;
    private static final int LONGEST = 400;

    /** What an element says it holds. */
    enum Kind {
        H1,
        LOWER_HEADING,
        HEADLINE,
        PUBLISHED,
        MODIFIED,
        AUTHOR,
        AUTHOR_LINK,
        TIME,
        BYLINE_CLASS,
        DATE_CLASS,
        SUBTITLE_CLASS
    }

    /**
     * An element and its place.
     *
     * @param box the innermost around it
     * @param block index of the first block that holds its text, or of the one behind it
     */
    record Mark(Element element, Box box, int block) {

        /** The value a machine should read, else the first words of the text; null when there are none. */
        String value() {
            for (String attribute : List.of("content", "datetime")) {
                if (!element.attr(attribute).isBlank()) {
                    return element.attr(attribute);
                }
            }
            return text();
        }

        String text() {
            return CleanText.oneLine(beginning(element));
        }
    }

    private final Map<Kind, List<Mark>> marks = new EnumMap<>(Kind.class);

    List<Mark> of(Kind kind) {
        return marks.getOrDefault(kind, List.of());
    }

    void add(Element element, ElementNames names, Box box, int block) {
        Mark mark = new Mark(element, box, block);
        String tag = element.normalName();
        if (tag.equals("h1")) {
            put(Kind.H1, mark);
        } else if (tag.equals("h2") || tag.equals("h3")) {
            put(Kind.LOWER_HEADING, mark);
        }
        if (element.attributesSize() == 0) {
            return;
        }
        for (String property : element.attr("itemprop").toLowerCase(Locale.ROOT).split(" ", 5)) {
            addProperty(property, mark);
        }
        if (element.attr("rel").equals("author")) {
            put(Kind.AUTHOR_LINK, mark);
        }
        if (tag.equals("time")) {
            put(Kind.TIME, mark);
        } else if (names.sayDate()) {
            put(Kind.DATE_CLASS, mark);
        }
        if (names.sayAuthor()) {
            put(Kind.BYLINE_CLASS, mark);
        }
        if (names.saySubtitle()) {
            put(Kind.SUBTITLE_CLASS, mark);
        }
    }

    private void addProperty(String property, Mark mark) {
        switch (property) {
            case "headline" -> put(Kind.HEADLINE, mark);
            case "datepublished", "dateline", "datecreated" -> put(Kind.PUBLISHED, mark);
            case "datemodified" -> put(Kind.MODIFIED, mark);
            case "author", "creator" -> put(Kind.AUTHOR, mark);
            default -> {
                // nothing that is read
            }
        }
    }

    private void put(Kind kind, Mark mark) {
        List<Mark> known = marks.computeIfAbsent(kind, any -> new ArrayList<>());
        if (known.size() < MOST) {
            known.add(mark);
        }
    }

    /** The first characters of an element's text; no more is looked at, whatever its size. */
    private static String beginning(Element element) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText());
                        } else if (node instanceof Element inner) {
                            if (Outline.isInvisible(inner)) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            text.append(inner.isBlock() || inner.normalName().equals("br") ? " " : "");
                        }
                        return text.length() > LONGEST ? FilterResult.STOP : FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        return FilterResult.CONTINUE;
                    }
                },
                element);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
