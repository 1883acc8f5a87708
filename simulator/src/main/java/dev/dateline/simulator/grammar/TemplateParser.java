package dev.dateline.simulator.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads one line: {@code [a|b]} a choice, {@code <rule>} a rule, <code>{fact}</code> a fact, <code>{3..9}</code> a number. */
final class TemplateParser {
    private final String line;
    private final Function<String, Rule> rules;
    private int position;

    private TemplateParser(String line, Function<String, Rule> rules) {
        this.line = line;
        this.rules = rules;
    }

    /** Throws {@link IllegalArgumentException} with the line when it is not well-formed. */
    static Template parse(int number, String line, Function<String, Rule> rules) {
        TemplateParser parser = new TemplateParser(line, rules);
        List<Template.Part> parts = parser.parts(false);
        if (parser.position < line.length()) {
            throw parser.wrong("unexpected '" + line.charAt(parser.position) + "'");
        }
        return new Template(number, parts);
    }

    private List<Template.Part> parts(boolean insideChoice) {
        List<Template.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (position < line.length()) {
            char c = line.charAt(position);
            if (c == ']' || (insideChoice && c == '|')) {
                break;
            }
            if (c == '[' || c == '<' || c == '{') {
                flush(literal, parts);
                parts.add(c == '[' ? choice() : c == '<' ? call() : braces());
            } else {
                literal.append(c);
                position++;
            }
        }
        flush(literal, parts);
        return parts;
    }

    private static void flush(StringBuilder literal, List<Template.Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Template.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Template.Part choice() {
        List<Template> options = new ArrayList<>();
        do {
            position++;
            options.add(new Template(-1, parts(true)));
        } while (position < line.length() && line.charAt(position) == '|');
        if (position == line.length()) {
            throw wrong("a [ without ]");
        }
        position++;
        return new Template.Choice(List.copyOf(options));
    }

    private Template.Part call() {
        return new Template.Call(rules.apply(upTo('>')));
    }

    private Template.Part braces() {
        String inside = upTo('}');
        int dots = inside.indexOf("..");
        try {
            if (dots < 0) {
                return new Template.Mention(Fact.named(inside));
            }
            int low = Integer.parseInt(inside.substring(0, dots));
            int high = Integer.parseInt(inside.substring(dots + 2));
            if (low > high) {
                throw wrong("an empty range");
            }
            return new Template.Range(low, high);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no fact and no range: {" + inside + "} in: " + line, e);
        }
    }

    private String upTo(char end) {
        int from = position + 1;
        int to = line.indexOf(end, from);
        if (to < 0) {
            throw wrong("no " + end);
        }
        position = to + 1;
        return line.substring(from, to);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at character " + (position + 1) + " of: " + line);
    }
}
