package dev.dateline.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The text of an article, without anything around it.
 *
 * @param paragraphs each a list of statements: one or two sentences which stay together
 */
record Body(List<List<String>> paragraphs) {
    Body {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    int statements() {
        return paragraphs.stream().mapToInt(List::size).sum();
    }

    /** The paragraphs as they are printed. */
    List<String> lines() {
        return paragraphs.stream()
                .map(statements -> String.join(" ", statements))
                .toList();
    }

    /** What is left when an editor cuts after so many statements. */
    Body first(int statements) {
        List<List<String>> kept = new ArrayList<>();
        int left = statements;
        for (List<String> paragraph : paragraphs) {
            if (left <= 0) {
                break;
            }
            kept.add(paragraph.subList(0, Math.min(left, paragraph.size())));
            left -= paragraph.size();
        }
        return new Body(kept);
    }

    /** Its first paragraphs. */
    Body firstParagraphs(int count) {
        return new Body(paragraphs.subList(0, Math.min(count, paragraphs.size())));
    }

    Body withoutParagraph(int at) {
        List<List<String>> shorter = new ArrayList<>(paragraphs);
        shorter.remove(at);
        return new Body(shorter);
    }

    Body moved(int from, int to) {
        List<List<String>> reordered = new ArrayList<>(paragraphs);
        reordered.add(to, reordered.remove(from));
        return new Body(reordered);
    }

    Body with(int at, String statement) {
        List<List<String>> longer = new ArrayList<>(paragraphs);
        longer.add(at, List.of(statement));
        return new Body(longer);
    }

    /** The body with one statement, counted from 0, changed. */
    Body change(int statement, UnaryOperator<String> change) {
        List<List<String>> changed = new ArrayList<>();
        int at = 0;
        for (List<String> paragraph : paragraphs) {
            List<String> statements = new ArrayList<>(paragraph);
            if (statement >= at && statement < at + statements.size()) {
                statements.set(statement - at, change.apply(statements.get(statement - at)));
            }
            at += statements.size();
            changed.add(statements);
        }
        return new Body(changed);
    }

    Body mapAll(UnaryOperator<String> change) {
        return new Body(paragraphs.stream()
                .map(statements -> statements.stream().map(change).toList())
                .toList());
    }

    /** The same statements in half as many paragraphs. */
    Body joined() {
        List<List<String>> joined = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i += 2) {
            List<String> statements = new ArrayList<>(paragraphs.get(i));
            if (i + 1 < paragraphs.size()) {
                statements.addAll(paragraphs.get(i + 1));
            }
            joined.add(statements);
        }
        return new Body(joined);
    }
}
