package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.text.LineShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a clean text that are not empty, hard-wrapped lines joined again.
 *
 * <p>A text is hard-wrapped when line after line ends exactly where the next word would not have fitted in: the test a
 * greedy wrapper makes, turned around, so it needs no fixed width.
 */
final class TextLines {
    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 120;
    private static final int MIN_PAIRS = 4;

    /**
     * One line.
     *
     * @param number of its first line in the text, from 1
     * @param last number of its last line: larger when lines were joined
     * @param gapBefore an empty line stands before it
     */
    record Line(int number, int last, String text, boolean gapBefore) {}

    private TextLines() {}

    static List<Line> of(String clean) {
        List<Line> lines = split(clean);
        int width = wrapWidth(lines);
        return width == 0 ? lines : joined(lines, width);
    }

    private static List<Line> split(String clean) {
        List<Line> lines = new ArrayList<>();
        boolean gap = false;
        int number = 0;
        for (int start = 0; start <= clean.length(); ) {
            int end = clean.indexOf('\n', start);
            end = end < 0 ? clean.length() : end;
            number++;
            if (end > start) {
                lines.add(new Line(number, number, clean.substring(start, end), gap));
                gap = false;
            } else {
                gap = true;
            }
            start = end + 1;
        }
        return lines;
    }

    /** The width the text was wrapped to, or 0 when it was not. */
    private static int wrapWidth(List<Line> lines) {
        int width = 0;
        for (Line line : lines) {
            width = Math.max(width, line.text().length());
        }
        if (width < MIN_WIDTH || width > MAX_WIDTH) {
            return 0;
        }
        int pairs = 0;
        int full = 0;
        int cut = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).gapBefore()) {
                pairs++;
                if (wasWrapped(lines.get(i - 1).text(), lines.get(i).text(), width)) {
                    full++;
                    cut += LineShape.endsSentence(lines.get(i - 1).text()) ? 0 : 1;
                }
            }
        }
        boolean wrapped = pairs >= MIN_PAIRS && full * 5 >= pairs * 3 && cut * 2 >= full;
        return wrapped ? width : 0;
    }

    private static boolean wasWrapped(String line, String next, int width) {
        int space = next.indexOf(' ');
        int firstWord = space < 0 ? next.length() : space;
        return line.length() + 1 + firstWord > width;
    }

    private static List<Line> joined(List<Line> lines, int width) {
        List<Line> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            Line first = lines.get(i);
            StringBuilder text = new StringBuilder(first.text());
            int j = i + 1;
            while (j < lines.size()
                    && !lines.get(j).gapBefore()
                    && wasWrapped(lines.get(j - 1).text(), lines.get(j).text(), width)) {
                text.append(' ').append(lines.get(j).text());
                j++;
            }
            result.add(new Line(first.number(), lines.get(j - 1).last(), text.toString(), first.gapBefore()));
            i = j;
        }
        return result;
    }
}
