package dev.dateline.enrich.near;

import static dev.dateline.enrich.near.Blocks.INT;

import java.util.BitSet;

/**
 * Lists of rows in the order of their places. A list is a number: 0 when it is empty, the row itself when there is one (nearly all lists
 * are such), else the negative of a block. Rows that are gone stay in their lists until these are purged.
 */
final class RowLists {
    /** A list takes no more, and counts those that it leaves out. */
    static final int MAX_ROWS = 0xffff;

    private static final int HEAD_BYTES = Integer.BYTES;
    /** The head of a block: how many rows there are, and for how many there is room. */
    private static final int COUNT_MASK = 0xffff;

    private static final int CAPACITY_SHIFT = 16;
    /** Odd, so that with the head no bytes of a block are left over. */
    private static final int FIRST_CAPACITY = 3;

    private final Rows rows;
    private final BitSet gone;
    private final int hot;
    private final Blocks blocks = new Blocks();
    private long entries;
    private int hotLists;
    private long leftOut;

    /**
     * No lists.
     *
     * @param gone rows to drop when a list is purged
     * @param hot lists of more rows than this are counted
     */
    RowLists(Rows rows, BitSet gone, int hot) {
        this.rows = rows;
        this.gone = gone;
        this.hot = hot;
    }

    int size(int list) {
        return list >= 0 ? Integer.signum(list) : count(head(-list));
    }

    int row(int list, int index) {
        return list > 0 ? list : (int) INT.get(blocks.page(-list), position(-list, index));
    }

    /** How many of a list's rows have their place before that of a row. */
    int rank(int list, int row) {
        int from = 0;
        int to = size(list);
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (rows.comparePlaces(row(list, middle), row) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The list with one more row, unless the row is in it already or there is no room for more. */
    int add(int list, int row) {
        if (list == 0 || (list > 0 && gone.get(list))) {
            entries += list == 0 ? 1 : 0;
            return row;
        }
        int roomy = withRoom(list);
        int rank = rank(roomy, row);
        if (contains(roomy, rank, row)) {
            return roomy;
        }
        int size = size(roomy);
        if (size == MAX_ROWS) {
            leftOut++;
            return roomy;
        }
        insert(-roomy, rank, row);
        entries++;
        hotLists += size == hot ? 1 : 0;
        return roomy;
    }

    /** The list without the rows that are gone. */
    int purge(int list) {
        if (list >= 0) {
            boolean drop = list > 0 && gone.get(list);
            entries -= drop ? 1 : 0;
            return drop ? 0 : list;
        }
        int block = -list;
        int head = head(block);
        int kept = compact(block, count(head));
        entries -= count(head) - kept;
        hotLists -= count(head) > hot && kept <= hot ? 1 : 0;
        if (kept > 1) {
            setHead(block, capacity(head), kept);
            return list;
        }
        int left = kept == 0 ? 0 : row(list, 0);
        blocks.release(block, bytes(capacity(head)));
        return left;
    }

    /** How many rows all lists have together. */
    long entries() {
        return entries;
    }

    int hotLists() {
        return hotLists;
    }

    long leftOut() {
        return leftOut;
    }

    long bytes() {
        return blocks.bytes();
    }

    /** Earlier revisions that are gone can have the same place. */
    private boolean contains(int list, int rank, int row) {
        for (int i = rank; i < size(list) && rows.comparePlaces(row(list, i), row) == 0; i++) {
            if (row(list, i) == row) {
                return true;
            }
        }
        return false;
    }

    private int compact(int block, int count) {
        byte[] page = blocks.page(block);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = (int) INT.get(page, position(block, i));
            if (!gone.get(row)) {
                INT.set(page, position(block, kept++), row);
            }
        }
        return kept;
    }

    /**
     * A block with room for one more, unless it is as large as blocks get. Before a block grows, what is gone makes room: a list grows
     * only by those who are there.
     */
    private int withRoom(int list) {
        if (list > 0) {
            int block = blocks.allocate(bytes(FIRST_CAPACITY));
            setHead(block, FIRST_CAPACITY, 1);
            INT.set(blocks.page(block), position(block, 0), list);
            return -block;
        }
        int head = head(-list);
        if (count(head) < capacity(head) || capacity(head) == MAX_ROWS) {
            return list;
        }
        int count = compact(-list, count(head));
        entries -= count(head) - count;
        hotLists -= count(head) > hot && count <= hot ? 1 : 0;
        setHead(-list, capacity(head), count);
        return count < capacity(head) ? list : grow(list, capacity(head));
    }

    private int grow(int list, int capacity) {
        int larger = Math.min(MAX_ROWS, (capacity + capacity / 2) | 1);
        int block = blocks.allocate(bytes(larger));
        System.arraycopy(blocks.page(-list), blocks.at(-list), blocks.page(block), blocks.at(block), bytes(capacity));
        setHead(block, larger, capacity);
        blocks.release(-list, bytes(capacity));
        return -block;
    }

    private void insert(int block, int rank, int row) {
        int head = head(block);
        byte[] page = blocks.page(block);
        int at = position(block, rank);
        System.arraycopy(page, at, page, at + Integer.BYTES, (count(head) - rank) * Integer.BYTES);
        INT.set(page, at, row);
        setHead(block, capacity(head), count(head) + 1);
    }

    private int position(int block, int index) {
        return blocks.at(block) + HEAD_BYTES + index * Integer.BYTES;
    }

    private int head(int block) {
        return (int) INT.get(blocks.page(block), blocks.at(block));
    }

    private void setHead(int block, int capacity, int count) {
        INT.set(blocks.page(block), blocks.at(block), (capacity << CAPACITY_SHIFT) | count);
    }

    private static int count(int head) {
        return head & COUNT_MASK;
    }

    private static int capacity(int head) {
        return head >>> CAPACITY_SHIFT;
    }

    private static int bytes(int capacity) {
        return HEAD_BYTES + capacity * Integer.BYTES;
    }
}
