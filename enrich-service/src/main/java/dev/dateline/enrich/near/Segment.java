package dev.dateline.enrich.near;

import java.util.function.IntUnaryOperator;

/**
 * Part of a hash table from keys, which are hashes, to numbers other than 0: open addressing with linear probing (Knuth, volume 3, 6.4, algorithms L and R).
 * It grows by a quarter, not to the double, because all parts of a table grow at about the same time.
 */
final class Segment {
    private static final int FIRST_CAPACITY = 4;
    private static final double MAX_LOAD = 0.85;
    private static final double MIN_LOAD = 0.5;
    private static final double GROWTH = 1.25;
    private static final int BYTES_BESIDES = 48;
    private static final int LOWER_BITS = 22;
    private static final long LOWER_MASK = (1 << LOWER_BITS) - 1;

    /** The key in the upper half, the number in the lower; 0 where there is nothing. */
    private long[] cells = new long[FIRST_CAPACITY];

    private int used;

    /** The number under a key, or 0. */
    int get(int key) {
        return get(key, first(key));
    }

    /** The first cell that may hold a key: to read those of many keys before any is decided on lets the memory work on all of them. */
    long first(int key) {
        return cells[home(key)];
    }

    /** The number under a key whose first cell has been read. */
    int get(int key, long first) {
        return first == 0 || key(first) == key ? (int) first : (int) cells[find(key)];
    }

    /** Changes the number under a key from 0 or another to one that is not 0. */
    void change(int key, IntUnaryOperator change) {
        int cell = find(key);
        used += cells[cell] == 0 ? 1 : 0;
        cells[cell] = cell(key, change.applyAsInt((int) cells[cell]));
        if (used > cells.length * MAX_LOAD) {
            resize((int) (used / MAX_LOAD * GROWTH) + 1);
        }
    }

    /** Changes the number of each key; 0 removes it. */
    void changeAll(IntUnaryOperator change) {
        for (int i = 0; i < cells.length; i++) {
            while (cells[i] != 0) {
                int number = (int) cells[i];
                int changed = change.applyAsInt(number);
                if (changed == number) {
                    break;
                }
                if (changed != 0) {
                    cells[i] = cell(key(cells[i]), changed);
                    break;
                }
                removeAt(i);
            }
        }
        if (used < cells.length * MIN_LOAD && cells.length > FIRST_CAPACITY) {
            resize(Math.max(FIRST_CAPACITY, (int) (used / MAX_LOAD * GROWTH) + 1));
        }
    }

    int used() {
        return used;
    }

    int capacity() {
        return cells.length;
    }

    long bytes() {
        return BYTES_BESIDES + (long) cells.length * Long.BYTES;
    }

    private int find(int key) {
        int i = home(key);
        while (cells[i] != 0 && key(cells[i]) != key) {
            i = i + 1 == cells.length ? 0 : i + 1;
        }
        return i;
    }

    /** Moves those back that stand further from home because of the one that goes. */
    private void removeAt(int gap) {
        int i = gap;
        while (true) {
            i = i + 1 == cells.length ? 0 : i + 1;
            if (cells[i] == 0) {
                cells[gap] = 0;
                used--;
                return;
            }
            int home = home(key(cells[i]));
            if (distance(home, i) >= distance(gap, i)) {
                cells[gap] = cells[i];
                gap = i;
            }
        }
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + cells.length;
    }

    private void resize(int capacity) {
        long[] old = cells;
        cells = new long[capacity];
        for (long cell : old) {
            if (cell != 0) {
                cells[find(key(cell))] = cell;
            }
        }
    }

    /** The lower bits as a fraction of the capacity, which need not be a power of two; the upper ones have chosen the segment. */
    private int home(int key) {
        return (int) (((key & LOWER_MASK) * cells.length) >>> LOWER_BITS);
    }

    private static int key(long cell) {
        return (int) (cell >>> Integer.SIZE);
    }

    private static long cell(int key, int number) {
        return ((long) key << Integer.SIZE) | (number & 0xffff_ffffL);
    }
}
