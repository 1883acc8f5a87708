package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.extract.text.CleanText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * Decides which paragraphs are the body. Our own rules give them as a rule; where the page's schema.org data has the text, it is
 * the arbiter; where they found next to nothing, readability's rules are asked.
 */
final class BodyChoice {
    /** A shorter {@code articleBody} is a summary. */
    private static final int LEAST_WORDS = 80;

    private static final int WHOLE_TEXT = 200;
    private static final double AGREED = 0.8;
    private static final double CONTAINED = 0.9;
    private static final double HARDLY = 0.5;
    /** Characters; with less, a page that has more prose was not understood. */
    private static final int WEAK = 300;

    private static final int MUCH_MORE = 2;
    /** Readability walks a page many times over: its time grows with the square of the elements. */
    private static final int MOST_BOXES = 3000;

    private final PageScan scan;
    private final LinkedArticle linked;
    private final Prose prose;

    /** Paragraphs and how they were found. */
    record Found(List<String> paragraphs, FieldSource from, String rule) {
        int length() {
            return paragraphs.stream().mapToInt(String::length).sum();
        }

        WordRuns runs() {
            return WordRuns.of(String.join("\n", paragraphs));
        }
    }

    BodyChoice(PageScan scan, LinkedArticle linked, Prose prose) {
        this.scan = scan;
        this.linked = linked;
        this.prose = prose;
    }

    /**
     * Chooses the paragraphs.
     *
     * @param standfirst what stands between headline and body; taken in when it is a paragraph
     */
    Found choose(ContentFinder.Found content, List<Block> body, Optional<Block> standfirst) {
        List<Block> blocks = new ArrayList<>(body);
        standfirst.filter(Standfirst::isParagraph).ifPresent(block -> blocks.add(0, block));
        Found own = new Found(
                BodyBlocks.paragraphs(blocks),
                FieldSource.MARKUP,
                content.rule().rule());
        List<String> stated = linkedParagraphs();
        WordRuns arbiter = WordRuns.of(String.join("\n", stated));
        return arbiter.words() >= LEAST_WORDS ? arbitrated(own, stated, arbiter) : strengthened(own);
    }

    private Found arbitrated(Found own, List<String> stated, WordRuns arbiter) {
        WordRuns runs = own.runs();
        boolean agreed = runs.agreement(arbiter) >= AGREED;
        // The data often has the first paragraphs only.
        boolean more = arbiter.in(runs) >= CONTAINED && (arbiter.words() < WHOLE_TEXT || runs.in(arbiter) >= HARDLY);
        if (agreed || more) {
            return own;
        }
        Found shown = new Found(
                BodyBlocks.paragraphs(shown(arbiter)),
                FieldSource.JSON_LD,
                "blocks that articleBody of " + linked.type() + " has");
        if (arbiter.in(shown.runs()) >= AGREED) {
            return shown;
        }
        // What the page does not show, a script would have loaded.
        return arbiter.words() > runs.words()
                ? new Found(stated, FieldSource.JSON_LD, "articleBody of " + linked.type())
                : own;
    }

    /** The blocks of the page whose words the arbiter has, each once. */
    private List<Block> shown(WordRuns arbiter) {
        List<Block> shown = new ArrayList<>();
        WordRuns seen = new WordRuns(new HashSet<>(), 0);
        for (Block block : scan.outline().blocks()) {
            WordRuns runs = WordRuns.of(block.text());
            boolean isNew = !runs.hashes().isEmpty() && runs.in(seen) < HARDLY;
            if (isNew && runs.in(arbiter) >= AGREED) {
                shown.add(block);
                seen.hashes().addAll(runs.hashes());
            }
        }
        return shown;
    }

    private Found strengthened(Found own) {
        int all = prose.in(scan.outline().root());
        boolean tooLarge = scan.outline().boxes().size() > MOST_BOXES;
        if (own.length() >= WEAK || all < WEAK || tooLarge) {
            return own;
        }
        List<String> other = ReadabilityFallback.read(scan.document());
        Found found = new Found(other, FieldSource.MARKUP, "readability's rules");
        return found.length() > MUCH_MORE * own.length() ? found : own;
    }

    private List<String> linkedParagraphs() {
        String body = linked.body();
        if (body == null) {
            return List.of();
        }
        String text = body.contains("</") || body.contains("<br") || body.contains("<p>")
                ? Jsoup.parseBodyFragment(body).wholeText()
                : body;
        List<String> paragraphs = new ArrayList<>();
        for (String line : CleanText.lines(text).split("\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(line);
            }
        }
        return List.copyOf(paragraphs);
    }
}
