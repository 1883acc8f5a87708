package dev.dateline.enrich.tag.spans;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is known of words and short phrases before any is seen in a sentence: which lists of names hold them, which words they are used
 * like (classes induced from unlabelled news), and how often they have a capital. Words are known by a hash; about one unknown word in 20,000
 * is taken for another.
 */
public final class Lexicon {
    public static final int FIRST_NAME = 1;
    public static final int LAST_NAME = 1 << 1;
    public static final int COUNTRY = 1 << 2;
    public static final int NATIONALITY = 1 << 3;
    public static final int TOWN = 1 << 4;
    /** A town of 250,000 and more. */
    public static final int CITY = 1 << 5;

    public static final int REGION = 1 << 6;
    /** A longer name in the lists begins with this word. */
    public static final int LEADS = 1 << 7;

    /** Longest phrase in words. */
    public static final int LONGEST_PHRASE = 4;

    static final int LISTS = 0x7f;

    private static final int LIST_BITS = 8;
    private static final int CAPITAL_BITS = 3;
    private static final int CLASS_BITS = 24;
    private static final int SMALL_SHIFT = LIST_BITS + CAPITAL_BITS;
    private static final int CAPITAL_SHIFT = SMALL_SHIFT + CLASS_BITS;
    private static final double LOAD = 0.6;

    private final int[] keys;
    private final long[] values;
    private final int mask;

    private Lexicon(int capacity) {
        keys = new int[capacity];
        values = new long[capacity];
        mask = capacity - 1;
    }

    /** A lexicon of these, keys in ascending order without 0. */
    public static Lexicon of(int[] keys, long[] values) {
        int capacity = Integer.highestOneBit((int) (keys.length / LOAD) + 1) * 2;
        Lexicon lexicon = new Lexicon(capacity);
        for (int i = 0; i < keys.length; i++) {
            int slot = lexicon.slot(keys[i]);
            lexicon.keys[slot] = keys[i];
            lexicon.values[slot] = values[i];
        }
        return lexicon;
    }

    /**
     * Packs an entry.
     *
     * @param capital class of the word written with a capital: 6 bits of the coarse, 8 of the middle and 10 of the fine one; 0 unknown
     * @param small the same, written small
     * @param capitals how often it has a capital inside a sentence: 0 unknown, 1 never to 6 always
     * @param lists bits of the lists that hold it
     */
    public static long entry(int capital, int small, int capitals, int lists) {
        return ((long) capital << CAPITAL_SHIFT)
                | ((long) small << SMALL_SHIFT)
                | ((long) capitals << LIST_BITS)
                | lists;
    }

    /** The hash of a phrase, from that of its beginning and of its next word. */
    public static int phrase(int beginning, int word) {
        return Letters.mix(beginning * 31 + Integer.rotateLeft(word, 7) + 1);
    }

    /** 0 when it is not known. */
    long find(int key) {
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : 0;
    }

    static int lists(long entry) {
        return (int) entry & ((1 << LIST_BITS) - 1);
    }

    static int capitals(long entry) {
        return (int) (entry >>> LIST_BITS) & ((1 << CAPITAL_BITS) - 1);
    }

    static int smallClass(long entry) {
        return (int) (entry >>> SMALL_SHIFT) & ((1 << CLASS_BITS) - 1);
    }

    static int capitalClass(long entry) {
        return (int) (entry >>> CAPITAL_SHIFT) & ((1 << CLASS_BITS) - 1);
    }

    private int slot(int key) {
        int slot = Letters.mix(key) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    void write(DataOutputStream out) throws IOException {
        int[] sorted = Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
        out.writeInt(sorted.length);
        for (int key : sorted) {
            out.writeInt(key);
        }
        for (int key : sorted) {
            out.writeLong(find(key));
        }
    }

    static Lexicon read(DataInputStream in) throws IOException {
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        long[] values = new long[keys.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return of(keys, values);
    }
}
