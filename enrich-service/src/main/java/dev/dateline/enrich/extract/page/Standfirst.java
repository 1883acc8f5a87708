package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.page.Marks.Kind;
import dev.dateline.enrich.extract.page.Marks.Mark;
import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.LineShape;
import java.util.List;
import java.util.Optional;

/** Finds what stands between the headline and the body: a line below the headline, or a first paragraph set apart from the others. */
final class Standfirst {
    private static final int LEAST = 25;
    private static final int MOST_BLOCKS_AHEAD = 25;
    private static final int MOST = 700;
    private static final double FEW_LINKS = 0.2;
    private static final int MOST_BLOCKS = 4;
    /** More than a line below the headline: the first paragraph, set in larger type. */
    private static final int PARAGRAPH = 150;

    private final Outline outline;
    private final Prose prose;

    Standfirst(Outline outline, Prose prose) {
        this.outline = outline;
        this.prose = prose;
    }

    /**
     * The block, or empty when there is none.
     *
     * @param headline index of the block with the headline
     * @param body the blocks that were taken for the body
     */
    Optional<Block> find(int headline, List<Block> body) {
        if (headline < 0 || body.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = outline.blocks();
        for (int i = headline + 1; i < Math.min(blocks.size(), headline + MOST_BLOCKS_AHEAD); i++) {
            Block block = blocks.get(i);
            if (block.equals(body.get(0))) {
                return Optional.empty();
            }
            if (isStandfirst(block, i)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /** Whether it is text of the article, not a line about it. */
    static boolean isParagraph(Block standfirst) {
        return standfirst.length() >= PARAGRAPH
                && LineShape.endsSentence(standfirst.text().strip());
    }

    private boolean isStandfirst(Block block, int index) {
        boolean fits = block.length() >= LEAST && block.length() <= MOST && block.linkDensity() < FEW_LINKS;
        return fits
                && prose.isOfArticle(block.box())
                && isNamedSo(index)
                && LineShape.hasWord(CleanText.oneLine(block.text()));
    }

    private boolean isNamedSo(int index) {
        for (Mark mark : outline.marks().of(Kind.SUBTITLE_CLASS)) {
            boolean holds = mark.box().first <= index
                    && index < mark.box().end
                    && mark.box().end - mark.box().first <= MOST_BLOCKS;
            if (holds || mark.block() == index) {
                return true;
            }
        }
        return false;
    }
}
