package dev.dateline.enrich.tag.spans;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights of features for the 16 labels of names, a byte each. A row of sixteen is two longs, and rows are added eight labels at a time: bytes
 * are kept as 0 to 255 and added in lanes of 16 bits, which 257 rows can't overflow.
 */
public final class WeightTable {
    private static final int LABELS = Labels.COUNT - 1;
    private static final int ZERO = 128;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final double LOAD = 0.5;

    private final int[] keys;
    private final long[] rows;
    private final int mask;
    private final double unit;
    private final int size;

    /**
     * @param features hashes, ascending, none 0
     * @param weights 16 bytes for each, -127 to 127
     * @param unit what a weight of 1 stands for
     */
    public WeightTable(int[] features, byte[] weights, double unit) {
        int capacity = Integer.highestOneBit((int) (features.length / LOAD) + 1) * 2;
        keys = new int[capacity];
        rows = new long[2 * capacity];
        mask = capacity - 1;
        this.unit = unit;
        size = features.length;
        for (int i = 0; i < features.length; i++) {
            int slot = slot(features[i]);
            keys[slot] = features[i];
            for (int label = 0; label < LABELS; label++) {
                long lane = weights[i * LABELS + label] + (long) ZERO;
                rows[2 * slot + label / 8] |= lane << (label % 8 * 8);
            }
        }
    }

    public int size() {
        return size;
    }

    /**
     * Adds the weights of a token's features, for every label of a name.
     *
     * @return the highest of them
     */
    double add(int[] features, double[] scores) {
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        int found = 0;
        for (int feature : features) {
            int slot = slot(feature);
            if (keys[slot] == feature) {
                long low = rows[2 * slot];
                long high = rows[2 * slot + 1];
                even0 += low & EVEN;
                odd0 += (low >>> 8) & EVEN;
                even1 += high & EVEN;
                odd1 += (high >>> 8) & EVEN;
                found++;
            }
        }
        int zero = found * ZERO;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            int shift = 16 * i;
            scores[1 + 2 * i] = ((int) (even0 >>> shift & 0xffff) - zero) * unit;
            scores[2 + 2 * i] = ((int) (odd0 >>> shift & 0xffff) - zero) * unit;
            scores[9 + 2 * i] = ((int) (even1 >>> shift & 0xffff) - zero) * unit;
            scores[10 + 2 * i] = ((int) (odd1 >>> shift & 0xffff) - zero) * unit;
        }
        for (int label = 1; label <= LABELS; label++) {
            top = Math.max(top, scores[label]);
        }
        return top;
    }

    private int slot(int feature) {
        int slot = feature & mask;
        while (keys[slot] != 0 && keys[slot] != feature) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    void write(DataOutputStream out) throws IOException {
        int[] features =
                java.util.Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
        out.writeInt(features.length);
        out.writeDouble(unit);
        for (int feature : features) {
            out.writeInt(feature);
        }
        // Label by label: most are zero, and alike ones next to each other compress better.
        for (int label = 0; label < LABELS; label++) {
            for (int feature : features) {
                long row = rows[2 * slot(feature) + label / 8];
                out.writeByte((int) (row >>> (label % 8 * 8) & 0xff) - ZERO);
            }
        }
    }

    static WeightTable read(DataInputStream in) throws IOException {
        int[] features = new int[in.readInt()];
        double unit = in.readDouble();
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readInt();
        }
        byte[] weights = new byte[features.length * LABELS];
        for (int label = 0; label < LABELS; label++) {
            for (int i = 0; i < features.length; i++) {
                weights[i * LABELS + label] = in.readByte();
            }
        }
        return new WeightTable(features, weights, unit);
    }
}
