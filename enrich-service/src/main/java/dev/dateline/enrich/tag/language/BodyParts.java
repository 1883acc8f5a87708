package dev.dateline.enrich.tag.language;

import java.util.ArrayList;
import java.util.List;

/**
 * The longer paragraphs of a body, to tell one that is in another language than the rest.
 *
 * @param parts in their order
 */
record BodyParts(List<Part> parts) {
    /** Shorter paragraphs are quotations, headings and names: none of them makes an article mixed. */
    static final int SHORTEST_WORDS = 20;

    private static final int MAX_PARTS = 200;
    /** Of the body, in UTF-16 units; no news article is longer. */
    private static final int MAX_BODY = 100_000;
    /** Chinese, Japanese and Thai hardly part words: a longer run counts as one word for each so many units. */
    private static final int LONG_RUN = 12;

    /** One paragraph; the offsets are UTF-16. */
    record Part(int start, int end, int words) {}

    static BodyParts of(String body) {
        List<Part> parts = new ArrayList<>();
        int limit = Math.min(body.length(), MAX_BODY);
        int start = 0;
        while (start < limit && parts.size() < MAX_PARTS) {
            int gap = body.indexOf("\n\n", start);
            int end = gap < 0 || gap > limit ? limit : gap;
            int words = words(body, start, end);
            if (words >= SHORTEST_WORDS) {
                parts.add(new Part(start, end, words));
            }
            start = end + 2;
        }
        return new BodyParts(List.copyOf(parts));
    }

    int words() {
        return parts.stream().mapToInt(Part::words).sum();
    }

    /** As many parts at most, such that each stands in the middle of an equal share of all words. */
    List<Part> spread(int most) {
        if (parts.size() <= most) {
            return parts;
        }
        List<Part> spread = new ArrayList<>();
        int all = words();
        int passed = 0;
        int next = 0;
        for (Part part : parts) {
            passed += part.words();
            // The middle of share number next is at (next + 1/2) / most of the words.
            if (2L * passed * most > (2L * next + 1) * all) {
                spread.add(part);
                next = (int) (((long) passed * most * 2 / all + 1) / 2);
            }
        }
        return spread;
    }

    private static int words(String text, int start, int end) {
        int words = 0;
        int run = 0;
        for (int i = start; i < end; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                words += count(run);
                run = 0;
            } else {
                run++;
            }
        }
        return words + count(run);
    }

    private static int count(int run) {
        return run == 0 ? 0 : Math.max(1, run / LONG_RUN);
    }
}
