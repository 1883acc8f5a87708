package dev.dateline.enrich.near;

/** A list of rows under each key: a hash table in parts, each of which grows and is swept by itself, so that no call takes long. */
final class Buckets {
    static final int SEGMENTS = 1024;

    private static final int SEGMENT_SHIFT = 22;
    private static final int REFERENCE_BYTES = 8;

    private final RowLists lists;
    private final Segment[] segments = new Segment[SEGMENTS];
    private long keys;
    private long bytes = (long) SEGMENTS * REFERENCE_BYTES;

    Buckets(RowLists lists) {
        this.lists = lists;
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment();
            bytes += segments[i].bytes();
        }
    }

    /** The list under a key, 0 when there is none. */
    int find(int key) {
        int hash = hash(key);
        return segment(hash).get(hash);
    }

    /** The lists under several keys, much faster than one after the other. */
    int[] find(int[] keys) {
        int[] hashes = new int[keys.length];
        long[] first = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            hashes[i] = hash(keys[i]);
            first[i] = segment(hashes[i]).first(hashes[i]);
        }
        int[] found = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            found[i] = segment(hashes[i]).get(hashes[i], first[i]);
        }
        return found;
    }

    /** Adds a row under a key, unless it is there already. */
    void add(int key, int row) {
        int hash = hash(key);
        Segment segment = segment(hash);
        count(segment, -1);
        segment.change(hash, list -> lists.add(list, row));
        count(segment, 1);
    }

    /** Takes what is gone out of the lists of one segment; returns how much there was to look at. */
    int sweep(int segment) {
        Segment swept = segments[segment];
        count(swept, -1);
        swept.changeAll(lists::purge);
        count(swept, 1);
        return swept.capacity();
    }

    /** How many keys have a list. */
    long keys() {
        return keys;
    }

    long bytes() {
        return bytes;
    }

    private Segment segment(int hash) {
        return segments[hash >>> SEGMENT_SHIFT];
    }

    private void count(Segment segment, int sign) {
        keys += (long) sign * segment.used();
        bytes += sign * segment.bytes();
    }

    /** Any two keys have two hashes (the finaliser of MurmurHash3): keys of one share of the bands have their remainder in common. */
    private static int hash(int key) {
        int hash = (key ^ (key >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }
}
