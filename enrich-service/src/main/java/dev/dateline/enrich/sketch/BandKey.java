package dev.dateline.enrich.sketch;

/** 32-bit keys under which texts meet. */
final class BandKey {
    private BandKey() {}

    /** A hash of some components and of the band's number: equal, but for chance, only if all of them are. */
    static int of(int band, long[] components, int from, int rows) {
        long key = band;
        for (int i = from; i < from + rows; i++) {
            key = Hashing.mix(key * Hashing.FACTOR + components[i]);
        }
        return (int) key;
    }
}
