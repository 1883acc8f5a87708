package dev.dateline.dashboard.articles;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Counts of the most frequent tags in bounded memory: the space-saving algorithm of Metwally, Agrawal and El Abbadi (2005). Exact up to
 * {@link #CAPACITY} different tags; beyond, a count is too high by at most {@code total / CAPACITY}, never too low, and a tag left out
 * has at most as many.
 */
final class TopCounts {
    static final int CAPACITY = 128;
    private static final int FIRST = 8;

    private Tag[] tags = new Tag[FIRST];
    private int[] counts = new int[FIRST];
    private int size;

    void add(Tag tag) {
        for (int i = 0; i < size; i++) {
            if (tags[i].equals(tag)) {
                counts[i]++;
                return;
            }
        }
        if (size == CAPACITY) {
            int least = least();
            tags[least] = tag;
            counts[least]++;
            return;
        }
        if (size == tags.length) {
            tags = Arrays.copyOf(tags, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        tags[size] = tag;
        counts[size++] = 1;
    }

    private int least() {
        int least = 0;
        for (int i = 1; i < size; i++) {
            if (counts[i] < counts[least]) {
                least = i;
            }
        }
        return least;
    }

    void forEach(ObjIntConsumer<Tag> taker) {
        for (int i = 0; i < size; i++) {
            taker.accept(tags[i], counts[i]);
        }
    }
}
