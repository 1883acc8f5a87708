package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Rewording;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rewrites a text as an editor does who wants to make it their own: paragraphs are dropped and moved, statements exchanged, words replaced,
 * until about as much is left of the original as was aimed at.
 */
final class Rewriting {
    /** The least containment of a copy. */
    static final double LEAST = 0.5;

    private static final int SHORTEST = 60;
    private static final int MOST_STEPS = 40;
    /** After so many edits that would have gone too far it is close enough. */
    private static final int MOST_REFUSED = 4;

    private static final int MOVABLE = 3;
    private static final int DROPPABLE = 4;
    private static final double DROPPED = 0.4;
    private static final double MOVED = 0.4;
    private static final Rewording ENGLISH = Rewording.load("en/rewording.txt");

    private final Words original;
    private final boolean english;
    private final Supplier<String> statements;
    private final Dice dice;
    private final double target;
    private int refused;

    /**
     * A rewriting that leaves a random part of the original, at least {@link #LEAST}.
     *
     * @param original what containment is measured against
     * @param statements fresh ones, in place of those that go
     */
    Rewriting(Words original, boolean english, Supplier<String> statements, Dice dice) {
        this.original = original;
        this.english = english;
        this.statements = statements;
        this.dice = dice;
        this.target = LEAST + dice.fraction() * (1 - LEAST);
    }

    /** Adds to the changes what it did; whatever would leave too little is not done. */
    Body rewrite(Body body, Set<String> changes) {
        Body rewritten = dice.chance(DROPPED) ? step(body, dropped(body), "dropped", changes) : body;
        rewritten = dice.chance(MOVED) ? step(rewritten, moved(rewritten), "reordered", changes) : rewritten;
        for (int steps = 0; steps < MOST_STEPS && refused < MOST_REFUSED; steps++) {
            int at = dice.below(rewritten.statements());
            rewritten = english && dice.chance(0.5)
                    ? step(rewritten, rewritten.change(at, ENGLISH::reword), "reworded", changes)
                    : step(rewritten, replaced(rewritten, at), "replaced", changes);
        }
        return rewritten;
    }

    private Body step(Body body, Body next, String change, Set<String> changes) {
        if (next.equals(body)) {
            return body;
        }
        Words words = Words.of(next);
        if (words.count() < SHORTEST || words.overlap(original).containment() < target) {
            refused++;
            return body;
        }
        changes.add(change);
        return next;
    }

    /** The lead stays. */
    private Body dropped(Body body) {
        int paragraphs = body.paragraphs().size();
        return paragraphs < DROPPABLE ? body : body.withoutParagraph(dice.between(1, paragraphs - 1));
    }

    private Body moved(Body body) {
        int last = body.paragraphs().size() - 1;
        return last + 1 < MOVABLE ? body : body.moved(dice.between(1, last), dice.between(1, last));
    }

    private Body replaced(Body body, int at) {
        String fresh = statements.get();
        return body.change(at, old -> fresh);
    }
}
