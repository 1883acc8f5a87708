package dev.dateline.enrich.near;

import java.util.BitSet;

/**
 * The members of one share of the bands, in memory: whoever shares a band with another meets it in that band's bucket. Buckets are full,
 * and what is found depends on who is there, not on the order in which they came, as long as a bucket has at most {@link #HOT} members.
 *
 * <p>Not for use by several threads.
 */
public final class BandIndex {
    /** A bucket of more members is hot: only so many of it are looked at. */
    public static final int HOT = 1024;

    private final CopyRule rule;
    private final int hot;
    private final Rows rows = new Rows();
    private final BitSet gone = new BitSet();
    private final RowLists lists;
    private final Buckets byBand;
    private final RowLists idLists;
    private final Buckets byId;
    private final Sweep sweep;
    /** First and last of the members in the order in which they were put. */
    private int first;

    private int last;
    private int size;
    private long questions;
    private long compared;

    public BandIndex(CopyRule rule) {
        this(rule, HOT);
    }

    /** An index with another limit, for tests. */
    BandIndex(CopyRule rule, int hot) {
        this.rule = rule;
        this.hot = hot;
        this.lists = new RowLists(rows, gone, hot);
        this.byBand = new Buckets(lists);
        this.idLists = new RowLists(rows, gone, hot);
        this.byId = new Buckets(idLists);
        this.sweep = new Sweep(rows, gone, byBand, byId);
    }

    /**
     * Whom a member is near to; it need not be in the index, and an earlier revision of it is not its neighbour.
     *
     * <p>The earlier ones are the earliest of all members before it that share a bucket with it. The later ones are all in those of
     * its buckets in which it has fewer than {@value Neighbours#MAX_EARLIER} copies before it.
     */
    public Neighbours near(Member asked) {
        int row = rows.add(asked, 0);
        Question question = new Question(rule, rows, lists, gone, hot, row, ++questions);
        for (int bucket : byBand.find(asked.sketch().bands())) {
            question.meet(bucket);
        }
        rows.release(row);
        compared += question.compared();
        return question.answer();
    }

    /** Adds a member, in place of one with the same article id. */
    public void put(Member member) {
        put(member, 0);
    }

    /**
     * Adds a member, in place of one with the same article id.
     *
     * @param since a time that never falls from one call to the next, for {@link #oldest}
     */
    public void put(Member member, long since) {
        remove(member.articleId());
        int row = rows.add(member, since);
        append(row);
        byId.add(rows.idBucket(row), row);
        for (int band : member.sketch().bands()) {
            byBand.add(band, row);
        }
    }

    /** Forgets a member; nothing happens if it is not known. */
    public void remove(String articleId) {
        int row = find(articleId);
        if (row != 0) {
            unlink(row);
            sweep.leave(row, size);
        }
    }

    public boolean contains(String articleId) {
        return find(articleId) != 0;
    }

    /** The member that was put first, if that was before a time; null otherwise. */
    public String oldest(long before) {
        return first == 0 || rows.since(first) >= before ? null : rows.articleId(first);
    }

    public int size() {
        return size;
    }

    public BandCounts counts() {
        return new BandCounts(
                size, lists.entries(), byBand.keys(), lists.hotLists(), bytes(), compared, lists.leftOut());
    }

    /** The memory of all arrays. */
    public long bytes() {
        return rows.bytes() + gone.size() / Byte.SIZE + lists.bytes() + byBand.bytes() + idLists.bytes() + byId.bytes();
    }

    private int find(String articleId) {
        ArticleKey key = ArticleKey.of(articleId);
        int list = byId.find(ArticleKey.bucket(key.packed().high(), key.packed().low()));
        for (int i = 0; i < idLists.size(list); i++) {
            int row = idLists.row(list, i);
            if (!gone.get(row) && rows.isArticle(row, key)) {
                return row;
            }
        }
        return 0;
    }

    private void append(int row) {
        rows.setPrevious(row, last);
        if (last == 0) {
            first = row;
        } else {
            rows.setNext(last, row);
        }
        last = row;
        size++;
    }

    private void unlink(int row) {
        int previous = rows.previous(row);
        int next = rows.next(row);
        if (previous == 0) {
            first = next;
        } else {
            rows.setNext(previous, next);
        }
        if (next == 0) {
            last = previous;
        } else {
            rows.setPrevious(next, previous);
        }
        size--;
    }
}
