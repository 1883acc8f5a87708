package dev.dateline.enrich.sketch;

import java.util.Arrays;

/**
 * Which hashes there are, in bounded memory: all of them up to {@value #MOST_KEPT}, and of more a sample, which estimates their number
 * within about one percent (adaptive sampling: Flajolet 1990).
 */
final class DistinctHashes {
    static final int MOST_KEPT = 1 << 15;
    private static final int FIRST_CAPACITY = 1 << 9;
    private static final int SLOTS_PER_HASH = 4;
    private static final long FREE = 0;

    private long[] kept = new long[FIRST_CAPACITY];
    private int size;
    private int halvings;
    /** Where to find those that are kept: open addressing, never more than a quarter full, so that the first look nearly always tells. */
    private long[] slots = new long[SLOTS_PER_HASH * FIRST_CAPACITY];

    void clear() {
        if (kept.length > FIRST_CAPACITY) {
            kept = new long[FIRST_CAPACITY];
            slots = new long[SLOTS_PER_HASH * FIRST_CAPACITY];
        } else {
            Arrays.fill(slots, FREE);
        }
        size = 0;
        halvings = 0;
    }

    /** Adds well mixed hashes. */
    void add(long[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            add(hashes[i]);
        }
    }

    private void add(long hash) {
        long key = hash == FREE ? 1 : hash;
        if (isSampled(key)) {
            insert(key);
            if (size == kept.length) {
                makeRoom();
            }
        }
    }

    /** How many distinct ones were added; exact below {@value #MOST_KEPT}. */
    int count() {
        return (int) Math.min(Integer.MAX_VALUE, (long) size << halvings);
    }

    /** True if every hash is kept. */
    boolean isComplete() {
        return halvings == 0;
    }

    /** Those that are kept, {@link #size()} of them. */
    long[] hashes() {
        return kept;
    }

    int size() {
        return size;
    }

    /** With each halving, half of all hashes: those that begin with one more zero bit. */
    private boolean isSampled(long key) {
        return key >>> (Long.SIZE - 1 - halvings) >>> 1 == 0;
    }

    private void insert(long key) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] != FREE) {
            if (slots[slot] == key) {
                return;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = key;
        kept[size++] = key;
    }

    private void makeRoom() {
        long[] before = kept;
        boolean grows = before.length < MOST_KEPT;
        halvings += grows ? 0 : 1;
        kept = new long[grows ? 2 * before.length : before.length];
        slots = new long[SLOTS_PER_HASH * kept.length];
        size = 0;
        for (long key : before) {
            if (isSampled(key)) {
                insert(key);
            }
        }
    }
}
