package dev.dateline.standalone.eval;

import dev.dateline.common.model.EntityType;
import dev.dateline.standalone.eval.EntitySet.Name;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts names that are found with their exact extent and type, as the shared task of CoNLL-2003 did. */
final class NameScores {
    private static final List<EntityType> SCORED = List.of(EntityType.PER, EntityType.ORG, EntityType.LOC);

    private static final class Counts {
        private long right;
        private long found;
        private long expected;

        private void add(Counts other) {
            right += other.right;
            found += other.found;
            expected += other.expected;
        }

        private Map<String, Object> shares() {
            Map<String, Object> shares = new LinkedHashMap<>();
            shares.put("precision", Scores.share(right, found));
            shares.put("recall", Scores.share(right, expected));
            shares.put("f1", Scores.share(2 * right, found + expected));
            shares.put("expected", expected);
            return shares;
        }
    }

    private final Map<EntityType, Counts> counts = new EnumMap<>(EntityType.class);

    NameScores() {
        for (EntityType type : EntityType.values()) {
            counts.put(type, new Counts());
        }
    }

    void add(List<Name> expected, List<Name> found) {
        Set<Name> gold = new HashSet<>(expected);
        for (Name name : gold) {
            counts.get(name.type()).expected++;
        }
        for (Name name : new HashSet<>(found)) {
            counts.get(name.type()).found++;
            counts.get(name.type()).right += gold.contains(name) ? 1 : 0;
        }
    }

    /** Over people, organisations and places together. */
    Map<String, Object> overall() {
        Counts sum = new Counts();
        SCORED.forEach(type -> sum.add(counts.get(type)));
        return sum.shares();
    }

    Map<String, Object> perType() {
        Map<String, Object> types = new LinkedHashMap<>();
        SCORED.forEach(type -> types.put(type.name(), of(type)));
        return types;
    }

    Map<String, Object> of(EntityType type) {
        return counts.get(type).shares();
    }
}
