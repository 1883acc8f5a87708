package dev.dateline.simulator.grammar;

import java.util.List;
import java.util.stream.Stream;

/** One line of a resource file, compiled. */
public final class Template {
    /** A piece of a template. */
    sealed interface Part {
        void write(StringBuilder out, Dice dice, Facts facts);

        /** The rules it may call. */
        default Stream<Rule> calls() {
            return Stream.empty();
        }
    }

    record Literal(String text) implements Part {
        @Override
        public void write(StringBuilder out, Dice dice, Facts facts) {
            out.append(text);
        }
    }

    record Mention(Fact fact) implements Part {
        @Override
        public void write(StringBuilder out, Dice dice, Facts facts) {
            out.append(facts.value(fact, dice));
        }
    }

    record Range(int low, int high) implements Part {
        @Override
        public void write(StringBuilder out, Dice dice, Facts facts) {
            out.append(dice.between(low, high));
        }
    }

    record Choice(List<Template> options) implements Part {
        @Override
        public void write(StringBuilder out, Dice dice, Facts facts) {
            dice.pick(options).write(out, dice, facts);
        }

        @Override
        public Stream<Rule> calls() {
            return options.stream().flatMap(Template::calls);
        }
    }

    record Call(Rule rule) implements Part {
        @Override
        public void write(StringBuilder out, Dice dice, Facts facts) {
            rule.write(out, dice, facts);
        }

        @Override
        public Stream<Rule> calls() {
            return Stream.of(rule);
        }
    }

    private final int number;
    private final Part[] parts;

    Template(int number, List<Part> parts) {
        this.number = number;
        this.parts = parts.toArray(Part[]::new);
    }

    /** Its place among the lines of its grammar; -1 for an option inside a line. */
    public int number() {
        return number;
    }

    /** The text, with blanks, commas, articles and the first letter put right. */
    public String tell(Dice dice, Facts facts) {
        StringBuilder out = new StringBuilder(320);
        write(out, dice, facts);
        return Tidy.tidy(out.toString());
    }

    void write(StringBuilder out, Dice dice, Facts facts) {
        for (Part part : parts) {
            part.write(out, dice, facts);
        }
    }

    /** The line as it stands. Throws {@link IllegalStateException} when it has choices, rules or facts. */
    String plain() {
        if (parts.length == 1 && parts[0] instanceof Literal literal) {
            return literal.text();
        }
        throw new IllegalStateException("line " + number + " is not plain text");
    }

    /** The rules this line may call. */
    Stream<Rule> calls() {
        return Stream.of(parts).flatMap(Part::calls);
    }
}
