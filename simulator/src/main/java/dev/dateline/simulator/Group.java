package dev.dateline.simulator;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An original and what is known of its copies. Copies are taken from its first revision. */
final class Group {
    private final Article original;
    private final BitSet outlets = new BitSet();
    private final Set<Long> texts = new HashSet<>();
    private boolean exactCopy;
    private boolean revised;
    private int copies;
    private int updates;
    private Words words;

    Group(Article original) {
        this.original = original;
        outlets.set(original.outlet().index());
    }

    Article original() {
        return original;
    }

    Words words() {
        if (words == null) {
            words = Words.of(original.body());
        }
        return words;
    }

    int copies() {
        return copies;
    }

    /** The outlets of its language that have not printed it yet. */
    List<Outlet> freeOutlets() {
        return Outlet.of(original.story().language()).stream()
                .filter(outlet -> !outlets.get(outlet.index()))
                .toList();
    }

    void addCopy(Outlet outlet) {
        outlets.set(outlet.index());
        copies++;
    }

    /** Whether neither the original nor another copy has these words; now a copy has. There are no more of them than outlets. */
    boolean claim(Words text) {
        texts.add(words().fingerprint());
        return texts.add(text.fingerprint());
    }

    void markExactCopy() {
        exactCopy = true;
    }

    /** Only an original without exact copies is revised, so that exact copies equal their original in the end, too. */
    boolean mayBeRevised() {
        return !exactCopy;
    }

    boolean revised() {
        return revised;
    }

    void markRevised() {
        revised = true;
    }

    int updates() {
        return updates;
    }

    void addUpdate() {
        updates++;
        revised = true;
    }
}
