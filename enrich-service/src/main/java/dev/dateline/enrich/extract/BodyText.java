package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.TextLines.Line;
import java.util.ArrayList;
import java.util.List;

/** Paragraphs of a text that is nothing but a body: a producer's {@code body_text}, or what is left of HTML. */
final class BodyText {
    private BodyText() {}

    /** Parts clean text at empty lines, or at every line when there is no empty line. Hard-wrapped lines are joined. */
    static List<String> paragraphs(String clean) {
        List<Line> lines = TextLines.of(clean);
        boolean gaps = lines.stream().skip(1).anyMatch(Line::gapBefore);
        return gaps ? blocks(lines) : lines.stream().map(Line::text).toList();
    }

    /** Parts clean text at empty lines only; other line breaks stay in the paragraphs. */
    static List<String> blocks(String clean) {
        return blocks(TextLines.of(clean));
    }

    private static List<String> blocks(List<Line> lines) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (Line line : lines) {
            if (line.gapBefore() && !block.isEmpty()) {
                paragraphs.add(block.toString());
                block.setLength(0);
            }
            block.append(block.isEmpty() ? "" : "\n").append(line.text());
        }
        if (!block.isEmpty()) {
            paragraphs.add(block.toString());
        }
        return List.copyOf(paragraphs);
    }
}
