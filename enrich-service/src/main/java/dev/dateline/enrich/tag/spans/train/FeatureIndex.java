package dev.dateline.enrich.tag.spans.train;

import java.util.Arrays;
import java.util.List;

/** Numbers the features that are seen often enough to learn from. */
final class FeatureIndex {
    /** A feature seen once says nothing that others do not. */
    private static final int OFTEN = 2;

    private int[] keys = new int[1 << 21];
    private int[] values = new int[1 << 21];
    private int used;
    private int size;

    FeatureIndex(List<Example> examples) {
        for (Example example : examples) {
            for (int feature : example.features()) {
                count(feature);
            }
        }
        // Numbered in the order of their hashes, so that the same texts give the same model.
        int[] kept = new int[used];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && values[slot] >= OFTEN) {
                kept[size++] = keys[slot];
            }
        }
        kept = Arrays.copyOf(kept, size);
        Arrays.sort(kept);
        Arrays.fill(values, -1);
        for (int i = 0; i < kept.length; i++) {
            values[slot(kept[i])] = i;
        }
    }

    int size() {
        return size;
    }

    /** The features' hashes in the order of their numbers. */
    int[] hashes() {
        int[] hashes = new int[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && values[slot] >= 0) {
                hashes[values[slot]] = keys[slot];
            }
        }
        return hashes;
    }

    /** The numbers in the place of hashes; -1 where a feature is not kept. */
    int[] numbers(int[] features) {
        int[] numbers = new int[features.length];
        for (int i = 0; i < features.length; i++) {
            int slot = slot(features[i]);
            numbers[i] = keys[slot] == 0 ? -1 : values[slot];
        }
        return numbers;
    }

    private void count(int feature) {
        int slot = slot(feature);
        if (keys[slot] == 0) {
            keys[slot] = feature;
            used++;
            if (used * 2 > keys.length) {
                grow();
                slot = slot(feature);
            }
        }
        values[slot]++;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private int slot(int feature) {
        int mask = keys.length - 1;
        int slot = feature & mask;
        while (keys[slot] != 0 && keys[slot] != feature) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
