package dev.dateline.enrich.sketch;

/** 64-bit hashing of characters and words while they are read; not meant to withstand someone who looks for collisions. */
final class Hashing {
    /** An odd factor without pattern; strings are polynomials in it, modulo 2^64. */
    static final long FACTOR = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    /** Every bit of the result depends on every bit of the value: the finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Another hash of a hash for each round, as good as drawn anew. */
    static long again(long hash, int round) {
        return mix(hash + round * FACTOR);
    }
}
