package dev.dateline.enrich.near;

/**
 * What an index is and has done.
 *
 * @param articles members
 * @param entries members in buckets, each once for each of its bands; those that left are counted until they are swept out
 * @param buckets keys with at least one entry
 * @param hotBuckets those that are too large to be looked at wholly
 * @param bytes of memory
 * @param compared signatures that were compared, since the start
 * @param leftOut entries for which a bucket had no room, since the start
 */
public record BandCounts(
        int articles, long entries, long buckets, int hotBuckets, long bytes, long compared, long leftOut) {}
