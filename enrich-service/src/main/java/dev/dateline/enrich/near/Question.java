package dev.dateline.enrich.near;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** One member's way through its buckets: whom it met, and who of these is a copy. */
final class Question {
    private final CopyRule rule;
    private final Rows rows;
    private final RowLists lists;
    private final BitSet gone;
    private final int hot;
    private final int asked;
    private final long windowMs;
    private final long mark;
    private final List<Neighbour> earlier = new ArrayList<>();
    private final List<Neighbour> later = new ArrayList<>();
    private int compared;

    /**
     * A question that has met nobody.
     *
     * @param hot how many rows of a bucket are looked at
     * @param asked the row of the member that asks
     * @param number other than that of any earlier question, and not 0
     */
    Question(CopyRule rule, Rows rows, RowLists lists, BitSet gone, int hot, int asked, long number) {
        this.rule = rule;
        this.rows = rows;
        this.lists = lists;
        this.gone = gone;
        this.hot = hot;
        this.asked = asked;
        this.windowMs = rule.window().toMillis();
        this.mark = number << 1;
    }

    /**
     * Meets those of one bucket, the earliest first, until {@value Neighbours#MAX_EARLIER} of them are earlier copies: whoever has so
     * many before it is a copy of one of them, and nobody after it has to know of it. Of a hot bucket it meets the earliest, where the
     * originals are, and those next to its own place, where its copies are likely.
     */
    void meet(int bucket) {
        int size = lists.size(bucket);
        if (size <= hot) {
            meet(bucket, 0, size, 0);
            return;
        }
        int half = hot / 2;
        int found = meet(bucket, 0, half, 0);
        if (found < Neighbours.MAX_EARLIER) {
            int from = Math.max(half, Math.min(size - half, lists.rank(bucket, asked) - half / 2));
            meet(bucket, from, from + half, found);
        }
    }

    Neighbours answer() {
        earlier.sort(Comparator.comparing(Neighbour::place));
        later.sort(Comparator.comparing(Neighbour::place));
        return new Neighbours(
                List.copyOf(earlier.subList(0, Math.min(earlier.size(), Neighbours.MAX_EARLIER))),
                List.copyOf(later),
                later.size());
    }

    /** How many signatures were compared. */
    int compared() {
        return compared;
    }

    /** Meets the rows of a range; returns how many earlier copies there are with those found before. */
    private int meet(int bucket, int from, int to, int found) {
        for (int i = from; i < to && found < Neighbours.MAX_EARLIER; i++) {
            int row = lists.row(bucket, i);
            if (!gone.get(row) && isCopy(row) && rows.comparePlaces(row, asked) < 0) {
                found++;
            }
        }
        return found;
    }

    /** Compares with a row when it is met for the first time, and remembers the judgement in it. */
    private boolean isCopy(int row) {
        long seen = rows.seen(row);
        if (seen >>> 1 == mark >>> 1) {
            return seen != mark;
        }
        boolean copy = !rows.isSameArticle(row, asked) && compare(row);
        rows.setSeen(row, copy ? mark | 1 : mark);
        return copy;
    }

    private boolean compare(int row) {
        long apart = rows.apartMs(asked, row);
        int components = rows.components(asked);
        if (apart > windowMs || components == 0 || components != rows.components(row)) {
            return false;
        }
        compared++;
        double jaccard = CopyRule.jaccard(rows.equalComponents(asked, row), components);
        double containment = CopyRule.containment(jaccard, rows.shingles(asked), rows.shingles(row));
        // Most are told apart by their words: only then count numbers.
        if (containment < rule.threshold()) {
            return false;
        }
        NumberOverlap numbers = rows.numbers(asked, row);
        if (rule.judge(containment, numbers.shared(), numbers.fewer(), apart) != Comparison.Judgement.COPY) {
            return false;
        }
        (rows.comparePlaces(row, asked) < 0 ? earlier : later).add(rows.neighbour(row, containment));
        return true;
    }
}
