package dev.dateline.enrich.tag.spans;

import dev.dateline.common.model.EntityType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The labels of tokens: outside of names (0), and for each type the beginning, inside, last and only token of a name (BILOU, Ratinov and
 * Roth 2009).
 */
public final class Labels {
    public static final int OUTSIDE = 0;
    public static final int COUNT = 17;

    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int UNIT = 3;
    private static final int PARTS = 4;
    private static final List<EntityType> TYPES =
            List.of(EntityType.PER, EntityType.ORG, EntityType.LOC, EntityType.MISC);
    /** For each label, those that may stand before it. */
    private static final int[][] BEFORE = new int[COUNT][];

    static {
        for (int label = 0; label < COUNT; label++) {
            int to = label;
            BEFORE[label] =
                    IntStream.range(0, COUNT).filter(from -> follows(from, to)).toArray();
        }
    }

    private Labels() {}

    public static int begin(EntityType type) {
        return label(type, BEGIN);
    }

    public static int inside(EntityType type) {
        return label(type, INSIDE);
    }

    public static int last(EntityType type) {
        return label(type, LAST);
    }

    public static int unit(EntityType type) {
        return label(type, UNIT);
    }

    /** The four labels of a type, as bits. */
    public static int mask(EntityType type) {
        return 0xf << label(type, BEGIN);
    }

    /** The type of any label but {@link #OUTSIDE}. */
    static EntityType type(int label) {
        return TYPES.get((label - 1) / PARTS);
    }

    /** Whether a name begins with this token: its label is a beginning or an only one. */
    static boolean opens(int label) {
        return label != OUTSIDE && (part(label) == BEGIN || part(label) == UNIT);
    }

    /** Whether a name ends with this token. */
    static boolean closes(int label) {
        return label != OUTSIDE && (part(label) == LAST || part(label) == UNIT);
    }

    /** May be the first of a sentence. */
    public static boolean starts(int label) {
        return label == OUTSIDE || opens(label);
    }

    /** May be the last of a sentence. */
    public static boolean ends(int label) {
        return label == OUTSIDE || closes(label);
    }

    /** Not to be changed by callers. */
    public static int[] before(int label) {
        return BEFORE[label];
    }

    static boolean follows(int from, int to) {
        if (ends(from)) {
            return starts(to);
        }
        return !starts(to) && type(from) == type(to);
    }

    private static int part(int label) {
        return (label - 1) % PARTS;
    }

    private static int label(EntityType type, int part) {
        return 1 + TYPES.indexOf(type) * PARTS + part;
    }
}
