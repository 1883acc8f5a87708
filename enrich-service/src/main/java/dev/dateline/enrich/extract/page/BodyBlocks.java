package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Chooses among the blocks of the body those that are its text. */
final class BodyBlocks {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "table");
    private static final Set<String> LISTED = Set.of("li", "dd", "dt", "td", "th");
    private static final Phrases ENDINGS = Phrases.load("page-endings.txt");
    private static final double LINKS = 0.5;
    /** Prose may be full of references. */
    private static final double LINKS_IN_SENTENCE = 0.8;
    /** Tables of results link each name. */
    private static final double LINKS_IN_TABLE = 0.75;
    /** A line with links in it, below a heading that announces other articles. */
    private static final double SOME_LINKS = 0.2;

    private static final int LONGEST_TITLE = 300;
    private static final int MOST_CAPTIONS = 100;
    private static final int LINK_LINE = 250;
    private static final int LONGEST_HEADING = 70;
    private static final int LONGEST_BYLINE = 130;
    private static final int DIGITS_OF_DATE = 5;
    /** The part of the prose that must stand above a heading which ends the article. */
    private static final double NEARLY_OVER = 0.75;

    private final List<Block> blocks;
    private final Prose prose;
    private final String title;
    private final IdentityHashMap<Box, Double> linksOfLists = new IdentityHashMap<>();

    /**
     * A chooser.
     *
     * @param title the headline, which is no part of the body; may be null
     */
    BodyBlocks(Outline outline, Prose prose, String title) {
        this.blocks = outline.blocks();
        this.prose = prose;
        this.title = title == null ? "" : PageTitle.fold(title);
    }

    List<Block> in(List<Box> boxes) {
        List<Block> kept = new ArrayList<>();
        for (Box box : boxes) {
            for (int i = box.first; i < box.end; i++) {
                if (!prose.isAround(i) && LineShape.hasWord(blocks.get(i).text())) {
                    kept.add(blocks.get(i));
                }
            }
        }
        return withoutLooseEnds(
                withoutOthers(kept).stream().filter(this::belongs).toList());
    }

    /** What is said below pictures and videos of the body. */
    List<String> captions(List<Box> boxes) {
        List<String> captions = new ArrayList<>();
        for (Box box : boxes) {
            for (int i = box.first; i < box.end && captions.size() < MOST_CAPTIONS; i++) {
                String line =
                        prose.isCaption(i) ? CleanText.oneLine(blocks.get(i).text()) : null;
                if (line != null && LineShape.hasWord(line)) {
                    captions.add(line);
                }
            }
        }
        return List.copyOf(captions);
    }

    private boolean belongs(Block block) {
        if (block.box().tag().equals("h1") || isListOfLinks(block)) {
            return false;
        }
        double most = LineShape.endsSentence(block.text().strip()) ? LINKS_IN_SENTENCE : LINKS;
        return block.linkDensity() <= most || block.length() > LINK_LINE;
    }

    /** Without what stands below headings that announce other articles; near the end such a heading ends the text. */
    private List<Block> withoutOthers(List<Block> all) {
        int prose = all.stream().filter(Block::isProse).mapToInt(Block::length).sum();
        List<Block> kept = new ArrayList<>();
        int above = 0;
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (!announcesOthers(block)) {
                kept.add(block);
                above += block.isProse() ? block.length() : 0;
            } else if (above > NEARLY_OVER * prose && block.linked() == 0) {
                return kept;
            } else {
                i = skipOthers(all, i + 1) - 1;
            }
        }
        return kept;
    }

    private int skipOthers(List<Block> all, int from) {
        int at = from;
        while (at < all.size() && isOther(all.get(at))) {
            at++;
        }
        return at;
    }

    private boolean isOther(Block block) {
        boolean linked = block.linkDensity() > SOME_LINKS || isListOfLinks(block);
        return linked && block.length() < LINK_LINE;
    }

    private static boolean announcesOthers(Block block) {
        if (block.length() > LONGEST_HEADING || block.box().tag().equals("li")) {
            return false;
        }
        String line = CleanText.oneLine(block.text());
        boolean sentence = LineShape.endsSentence(line) && !line.endsWith("…") && !line.endsWith("...");
        return !sentence && ENDINGS.opening(Fold.all(LineShape.bare(line))) != null;
    }

    private boolean isListOfLinks(Block block) {
        Box list = block.box().within(LISTS);
        return list != null && linksOf(list) > (list.tag().equals("table") ? LINKS_IN_TABLE : LINKS);
    }

    /** Link density of a whole list: a list of links is a menu, whatever its longest item. */
    private double linksOf(Box list) {
        Double known = linksOfLists.get(list);
        if (known != null) {
            return known;
        }
        int length = 0;
        int linked = 0;
        for (int i = list.first; i < list.end; i++) {
            length += blocks.get(i).length();
            linked += blocks.get(i).linked();
        }
        double density = length == 0 ? 0 : (double) linked / length;
        linksOfLists.put(list, density);
        return density;
    }

    /** A heading is the article's when text follows it; scraps above the first paragraph are the page's. */
    private List<Block> withoutLooseEnds(List<Block> kept) {
        int end = kept.size();
        while (end > 0 && kept.get(end - 1).isHeading()) {
            end--;
        }
        int start = 0;
        while (start < end && (isScrap(kept.get(start)) || isTitle(kept.get(start)))) {
            start++;
        }
        return start == end ? kept : List.copyOf(kept.subList(start, end));
    }

    private boolean isTitle(Block block) {
        return block.length() <= LONGEST_TITLE && PageTitle.fold(block.text()).equals(title);
    }

    private static boolean isScrap(Block block) {
        boolean dated = block.length() <= LONGEST_BYLINE
                && block.text().chars().filter(Character::isDigit).count() >= DIGITS_OF_DATE;
        return (dated || !block.isProse())
                && !block.isHeading()
                && !LISTED.contains(block.box().tag())
                && !LineShape.endsSentence(block.text().strip())
                && !block.text().strip().endsWith(":");
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
}
