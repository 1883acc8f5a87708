package dev.dateline.enrich.extract.page;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** How much prose each part of a page holds, and which blocks are left when the surroundings of the article are gone. */
final class Prose {
    private final List<Block> blocks;
    private final BitSet around = new BitSet();
    private final Set<Box> believed = Collections.newSetFromMap(new IdentityHashMap<>());
    private int[] sums;

    private Prose(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Takes the surroundings away whose names are to be believed. */
    static Prose of(Outline outline) {
        Prose prose = new Prose(outline.blocks());
        prose.sum();
        int all = prose.in(outline.root());
        for (Box box : outline.boxes()) {
            boolean inside = box.parent != null && prose.believed.contains(box.parent);
            boolean headline = box.surrounding.isApartFromHeadline() && outline.holdsOnlyHeadline(box);
            if (inside || (!headline && box.surrounding.isBelieved(prose.in(box), all))) {
                prose.believed.add(box);
                if (!inside) {
                    prose.around.set(box.first, box.end);
                }
            }
        }
        prose.sum();
        return prose;
    }

    /** Characters of prose in a box, its surroundings left out. */
    int in(Box box) {
        return sums[box.end] - sums[box.first];
    }

    /** Whether what a box says may be said of the article: it is in no list of other articles and in no comment. */
    boolean isOfArticle(Box box) {
        for (Box at = box; at != null && believed.contains(at); at = at.parent) {
            if (at.surrounding == Surrounding.RELATED || at.surrounding == Surrounding.COMMENTS) {
                return false;
            }
        }
        return true;
    }

    boolean isCaption(int block) {
        for (Box at = blocks.get(block).box(); at != null && believed.contains(at); at = at.parent) {
            if (at.surrounding == Surrounding.CAPTION) {
                return true;
            }
        }
        return false;
    }

    boolean isAround(int block) {
        return around.get(block);
    }

    private void sum() {
        sums = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            sums[i + 1] = sums[i] + (!around.get(i) && block.isProse() ? block.length() - block.linked() : 0);
        }
    }
}
