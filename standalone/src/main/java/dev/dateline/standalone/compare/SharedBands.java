package dev.dateline.standalone.compare;

import dev.dateline.enrich.sketch.Sketch;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Where two texts meet. */
public final class SharedBands {
    private SharedBands() {}

    /** How many bands two sketches have in common; without any the service never compares them. */
    public static int count(Sketch a, Sketch b) {
        Set<Integer> keys = Arrays.stream(a.bands()).boxed().collect(Collectors.toSet());
        return (int) Arrays.stream(b.bands()).distinct().filter(keys::contains).count();
    }

    /** The chance of at least one, for texts that are so alike: the S-curve of locality-sensitive hashing. */
    public static double chance(double jaccard, int bands, int rows) {
        return 1 - Math.pow(1 - Math.pow(jaccard, rows), bands);
    }
}
