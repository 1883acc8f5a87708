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
    }

    /** The list under a key, 0 when there is none. */
    int find(int key) {
        int hash = hash(key);
        Segment segment = segments[hash >>> SEGMENT_SHIFT];
        return segment == null ? 0 : segment.get(hash);
    }

    /** Adds a row under a key, unless it is there already. */
    void add(int key, int row) {
        int hash = hash(key);
        Segment segment = segments[hash >>> SEGMENT_SHIFT];
        if (segment == null) {
            segment = new Segment();
            segments[hash >>> SEGMENT_SHIFT] = segment;
            bytes += segment.bytes();
        }
        int list = segment.get(hash);
        int longer = lists.add(list, row);
        if (longer != list) {
            count(segment, -1);
            segment.put(hash, longer);
            count(segment, 1);
        }
    }

    /** Takes what is gone out of the lists of one segment; returns how much there was to look at. */
    int sweep(int segment) {
        Segment swept = segments[segment];
        if (swept == null) {
            return 0;
        }
        count(swept, -1);
        swept.replaceAll(lists::purge);
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
