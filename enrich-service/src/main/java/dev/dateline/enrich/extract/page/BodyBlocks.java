package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.LineShape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Chooses among the blocks of the body those that are its text, and makes paragraphs of them. */
final class BodyBlocks {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "table");
    private static final double LINKS = 0.5;
    /** Prose may be full of references. */
    private static final double LINKS_IN_SENTENCE = 0.8;
    private static final int SHORT = 60;
    private static final int LINK_LINE = 250;

    private final List<Block> blocks;
    private final Prose prose;
    private final IdentityHashMap<Box, Double> linksOfLists = new IdentityHashMap<>();

    BodyBlocks(Outline outline, Prose prose) {
        this.blocks = outline.blocks();
        this.prose = prose;
    }

    List<Block> in(List<Box> boxes) {
        List<Block> kept = new ArrayList<>();
        for (Box box : boxes) {
            for (int i = box.first; i < box.end; i++) {
                if (!prose.isAround(i) && belongs(blocks.get(i))) {
                    kept.add(blocks.get(i));
                }
            }
        }
        return withoutLooseHeadings(kept);
    }

    private boolean belongs(Block block) {
        if (block.box().tag().equals("h1") || !LineShape.hasWord(block.text())) {
            return false;
        }
        Box list = block.box().within(LISTS);
        if (list != null && linksOf(list) > LINKS) {
            return false;
        }
        double most = LineShape.endsSentence(block.text().strip()) ? LINKS_IN_SENTENCE : LINKS;
        return block.linkDensity() <= most || block.length() > LINK_LINE;
    }

    /** Link density of a whole list: a list of links is a menu, whatever its longest item. */
    private double linksOf(Box list) {
        return linksOfLists.computeIfAbsent(list, box -> {
            int length = 0;
            int linked = 0;
            for (int i = box.first; i < box.end; i++) {
                length += blocks.get(i).length();
                linked += blocks.get(i).linked();
            }
            return length == 0 ? 0 : (double) linked / length;
        });
    }

    /** A heading is the article's when text follows it. */
    private static List<Block> withoutLooseHeadings(List<Block> kept) {
        int end = kept.size();
        while (end > 0 && kept.get(end - 1).isHeading()) {
            end--;
        }
        return List.copyOf(kept.subList(0, end));
    }

    static List<String> paragraphs(List<Block> kept) {
        List<String> paragraphs = new ArrayList<>();
        for (Block block : kept) {
            for (String part : CleanText.lines(block.text()).split("\n{2,}+", -1)) {
                String paragraph = part.strip();
                if (!paragraph.isEmpty()) {
                    paragraphs.add(paragraph);
                }
            }
        }
        return List.copyOf(paragraphs);
    }

    static boolean isShort(Block block) {
        return block.length() < SHORT;
    }
}
