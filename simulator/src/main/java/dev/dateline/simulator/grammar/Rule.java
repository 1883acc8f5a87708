package dev.dateline.simulator.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several ways to say one thing. */
public final class Rule {
    private final String name;
    private final List<Template> ways = new ArrayList<>();
    private final List<Template> view = Collections.unmodifiableList(ways);

    Rule(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Template way) {
        ways.add(way);
    }

    public List<Template> ways() {
        return view;
    }

    /** All ways of a rule whose lines are plain text. */
    public List<String> plain() {
        return ways.stream().map(Template::plain).toList();
    }

    /** One way, ready to print. */
    public String tell(Dice dice, Facts facts) {
        return dice.pick(ways).tell(dice, facts);
    }

    /** One way, as it stands inside a sentence: the first letter stays as it is. */
    public String inside(Dice dice, Facts facts) {
        StringBuilder out = new StringBuilder();
        write(out, dice, facts);
        return out.toString();
    }

    void write(StringBuilder out, Dice dice, Facts facts) {
        dice.pick(ways).write(out, dice, facts);
    }
}
