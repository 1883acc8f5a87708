package dev.dateline.enrich.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The blocks of a page in their order, and the boxes around them: all that the rules for the body look at, made in one walk.
 * Boxes are in the order of their start tags, so a box stands before all that it holds.
 */
final class Outline {
    private static final Set<String> INVISIBLE = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "svg",
            "math",
            "button",
            "select",
            "textarea",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "map",
            "input",
            "option",
            "datalist");

    private static final Set<String> BLOCKS_BESIDE_JSOUPS =
            Set.of("td", "th", "caption", "summary", "details", "picture", "label");

    /** A page with more is a list of things, or made to hurt; what follows is not read. */
    private static final int MOST_BLOCKS = 60_000;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Marks marks = new Marks();
    private Box current;
    private int linked;
    private int links;
    private int length;

    List<Box> boxes() {
        return boxes;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The box of the page's {@code body}. */
    Box root() {
        return boxes.get(0);
    }

    /** Whether nothing of an element is ever text of the page. */
    static boolean isInvisible(Element element) {
        return INVISIBLE.contains(element.normalName());
    }

    /** What elements say they hold, gathered on the way. */
    Marks marks() {
        return marks;
    }

    /** Whether the one heading of the first rank on the page is in a box. */
    boolean holdsOnlyHeadline(Box box) {
        List<Marks.Mark> headings = marks.of(Marks.Kind.H1);
        return headings.size() == 1 && box.holds(headings.get(0).box());
    }

    /** An element begins. Returns false when it has to be skipped with all that it holds. */
    boolean open(Element element) {
        String tag = element.normalName();
        if (INVISIBLE.contains(tag) || blocks.size() >= MOST_BLOCKS) {
            return false;
        }
        if (tag.equals("br")) {
            text.append('\n');
            return true;
        }
        ElementNames names = ElementNames.of(element);
        boolean block = isBlock(element) || isCaption(element, names);
        if (block) {
            endBlock();
            current = new Box(element, current, blocks.size(), names.surrounding(), names.bodyMark());
            boxes.add(current);
        }
        marks.add(element, names, current, blocks.size());
        if (block) {
            return true;
        }
        boolean stays = element.attributesSize() == 0
                || tag.indexOf('-') > 0
                || !names.surrounding().insideParagraphs();
        links += stays && tag.equals("a") ? 1 : 0;
        return stays;
    }

    /** An element that was not skipped ends. */
    void close(Element element) {
        if (current != null && current.element.equals(element)) {
            endBlock();
            current.end = blocks.size();
            current = current.parent;
        } else if (element.normalName().equals("a")) {
            links--;
        }
    }

    void add(TextNode node) {
        String words = node.getWholeText();
        int letters = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = c <= ' ' || c == '\u00A0';
            letters += space ? 0 : 1;
            text.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        length += letters;
        linked += links > 0 ? letters : 0;
    }

    private static boolean isBlock(Element element) {
        String tag = element.normalName();
        return element.isBlock() || BLOCKS_BESIDE_JSOUPS.contains(tag);
    }

    /** The words below a picture are no part of the sentence before them, though it be a {@code span}. */
    private static boolean isCaption(Element element, ElementNames names) {
        return element.normalName().equals("span") && names.surrounding() == Surrounding.CAPTION;
    }

    private void endBlock() {
        if (length > 0 && current != null) {
            blocks.add(new Block(current, text.toString(), length, linked));
        }
        text.setLength(0);
        length = 0;
        linked = 0;
    }
}
