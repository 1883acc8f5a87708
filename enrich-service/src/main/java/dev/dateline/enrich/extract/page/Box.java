package dev.dateline.enrich.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A block-level element of a page with the range of blocks that it holds. */
final class Box {
    final Element element;
    final Box parent;
    /** Index of its first block. */
    final int first;

    final Surrounding surrounding;
    final BodyMark mark;
    private final List<Box> children = new ArrayList<>(2);
    /** Index behind its last block; known when the element has ended. */
    int end;

    Box(Element element, Box parent, int first, Surrounding surrounding, BodyMark mark) {
        this.element = element;
        this.parent = parent;
        this.first = first;
        this.end = first;
        this.surrounding = surrounding;
        this.mark = mark;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    String tag() {
        return element.normalName();
    }

    List<Box> children() {
        return children;
    }

    boolean holds(Box other) {
        return first <= other.first && other.end <= end;
    }

    /** The nearest box of one of these tags, itself included; null when there is none. */
    Box within(Set<String> tags) {
        Box at = this;
        while (at != null && !tags.contains(at.tag())) {
            at = at.parent;
        }
        return at;
    }
}
