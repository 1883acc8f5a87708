package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Fact;
import dev.dateline.simulator.grammar.Facts;

/**
 * What is filled into a form: numbers and names of the day. They come from dice of their own, so that a form whose choices are made with the
 * same dice again has the same words.
 */
final class Figures implements Facts {
    private final Telling telling;
    private final Language language;
    private final Dice fresh;

    Figures(Story story, Telling telling, Dice fresh) {
        this.telling = telling;
        this.language = story.language();
        this.fresh = fresh;
    }

    @Override
    public String value(Fact fact, Dice wording) {
        return switch (fact) {
            case N1 -> Integer.toString(fresh.between(2, 29));
            case N2 -> Integer.toString(fresh.between(30, 289));
            case N3 -> language.thousands(fresh.between(1_000, 59_999));
            case PCT -> fresh.between(1, 9) + "." + fresh.between(11, 99);
            case SUM -> language.money(fresh.between(21, 9_800));
            default -> telling.value(fact, fresh);
        };
    }
}
