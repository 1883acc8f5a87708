package dev.dateline.enrich.near;

import java.util.BitSet;

/**
 * Gives the memory of members back that have left. They are only marked when they leave, because to find their bands again would need
 * these to be kept, a quarter of all memory. When a share of all rows are marked, the buckets are searched for them, some at each step;
 * once no bucket mentions them any more, their rows are free.
 */
final class Sweep {
    /** A sweep begins when one row in so many is gone. */
    private static final int SHARE = 8;

    private static final int MIN_ROWS = 64;
    private static final int CELLS_AT_ONCE = 1024;
    private static final int ROWS_AT_ONCE = 16;

    private final Rows rows;
    private final BitSet gone;
    private final Buckets byBand;
    private final Buckets byId;
    /** First of those that left since the sweep began; each names the next one. */
    private int waiting;

    private int waitingCount;
    private int swept;
    private int segment;

    Sweep(Rows rows, BitSet gone, Buckets byBand, Buckets byId) {
        this.rows = rows;
        this.gone = gone;
        this.byBand = byBand;
        this.byId = byId;
    }

    /** Marks a row as gone, and searches some of the buckets if it is time. */
    void leave(int row, int live) {
        gone.set(row);
        rows.setNext(row, waiting);
        waiting = row;
        waitingCount++;
        if (swept == 0 && waitingCount >= MIN_ROWS + live / SHARE) {
            swept = waiting;
            waiting = 0;
            waitingCount = 0;
            segment = 0;
        }
        if (swept != 0) {
            step();
        }
    }

    private void step() {
        if (segment == Buckets.SEGMENTS) {
            release();
        }
        for (int cells = 0; cells < CELLS_AT_ONCE && segment < Buckets.SEGMENTS; segment++) {
            cells += byBand.sweep(segment) + byId.sweep(segment);
        }
    }

    private void release() {
        for (int i = 0; i < ROWS_AT_ONCE && swept != 0; i++) {
            int next = rows.next(swept);
            gone.clear(swept);
            rows.release(swept);
            swept = next;
        }
    }
}
