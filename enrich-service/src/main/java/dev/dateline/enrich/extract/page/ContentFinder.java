package dev.dateline.enrich.extract.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the boxes that hold the body of the article: by what elements say of themselves where that agrees with where the prose
 * is, else the innermost box around most of the prose.
 */
final class ContentFinder {
    /** The part of a box's prose that one of its children must have to stand for it. */
    private static final double MOST = 0.6;
    /** A box that says it is the body is believed with this part of the prose around it. */
    private static final double ENOUGH = 0.5;
    /** Of two boxes that say so, one in the other, the inner is taken with this part of the outer's prose. */
    private static final double NEARLY_ALL = 0.85;
    /** What the headline inside a box counts, as a factor of its prose. */
    private static final int HEADLINE = 6;
    /** An article with its headline in it may be shorter than what is around it. */
    private static final int LEAST = 160;

    private final Outline outline;
    private final Prose prose;
    private final int headline;

    /**
     * A finder.
     *
     * @param headline index of the block with the headline; -1 when it is not shown
     */
    ContentFinder(Outline outline, Prose prose, int headline) {
        this.outline = outline;
        this.prose = prose;
        this.headline = headline;
    }

    /**
     * Where the body is.
     *
     * @param boxes in their order, none in another
     * @param rule how they were found
     */
    record Found(List<Box> boxes, BodyMark rule) {
        int first() {
            return boxes.get(0).first;
        }

        int end() {
            return boxes.get(boxes.size() - 1).end;
        }
    }

    Found find() {
        Box dense = densest();
        int enough = (int) (ENOUGH * prose.in(dense));
        Map<BodyMark, List<Box>> marked = new EnumMap<>(BodyMark.class);
        for (Box box : outline.boxes()) {
            if (box.mark != BodyMark.NONE && prose.in(box) > 0) {
                marked.computeIfAbsent(box.mark, mark -> new ArrayList<>()).add(box);
            }
        }
        for (Map.Entry<BodyMark, List<Box>> entry : marked.entrySet()) {
            Box best = best(entry.getValue());
            if (prose.in(best) >= enough || (holdsHeadline(best) && prose.in(best) >= LEAST)) {
                return new Found(parts(best, entry.getValue()), entry.getKey());
            }
        }
        return new Found(List.of(dense), BodyMark.NONE);
    }

    /** Goes down from the page as long as one child holds most of the prose. */
    private Box densest() {
        Box at = outline.root();
        while (true) {
            Box heir = null;
            for (Box child : at.children()) {
                if (prose.in(child) >= MOST * prose.in(at) && (heir == null || prose.in(child) > prose.in(heir))) {
                    heir = child;
                }
            }
            if (heir == null || prose.in(heir) == 0) {
                return at;
            }
            at = heir;
        }
    }

    /** The one with the most prose; of nested ones the innermost that still has nearly all of it. */
    private Box best(List<Box> candidates) {
        Box best = candidates.get(0);
        for (Box candidate : candidates) {
            boolean more = weight(candidate) > weight(best);
            boolean inner = best.holds(candidate) && prose.in(candidate) >= NEARLY_ALL * prose.in(best);
            if (inner || (more && !candidate.holds(best))) {
                best = candidate;
            }
        }
        return best;
    }

    /** Below the article, some pages show the next one: the headline tells which is meant. */
    private int weight(Box box) {
        Box around = around(box);
        boolean meant = holdsHeadline(box) || (around.mark == BodyMark.ARTICLE && holdsHeadline(around));
        return prose.in(box) * (meant ? HEADLINE : 1);
    }

    private boolean holdsHeadline(Box box) {
        return box.first <= headline && headline < box.end;
    }

    /** Some pages cut the body in pieces, with other things between them: those that say the same of themselves. */
    private List<Box> parts(Box best, List<Box> candidates) {
        if (best.mark == BodyMark.ARTICLE || best.mark == BodyMark.MAIN) {
            return List.of(best);
        }
        String name = best.element.className();
        Box around = around(best);
        List<Box> parts = new ArrayList<>();
        for (Box box : candidates) {
            boolean alike =
                    box.tag().equals(best.tag()) && box.element.className().equals(name);
            boolean inside = !parts.isEmpty() && parts.get(parts.size() - 1).holds(box);
            if (alike && !inside && around.holds(box)) {
                parts.add(box);
            }
        }
        return parts;
    }

    /** The article element that holds a box, or its parent where there is none. */
    private static Box around(Box box) {
        for (Box at = box.parent; at != null; at = at.parent) {
            if (at.mark == BodyMark.ARTICLE || at.mark == BodyMark.MAIN) {
                return at;
            }
        }
        return box.parent == null ? box : box.parent;
    }
}
