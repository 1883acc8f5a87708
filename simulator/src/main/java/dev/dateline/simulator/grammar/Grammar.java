package dev.dateline.simulator.grammar;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules of one or more resource files. A line {@code :name} begins a rule, each line after it is one way to say it. */
public final class Grammar {
    private final Map<String, Rule> rules = new TreeMap<>();
    private int size;

    private Grammar() {}

    /** Throws {@link IllegalArgumentException} when a line is malformed, a rule is missing, defined twice or calls itself. */
    public static Grammar load(String... paths) {
        Grammar grammar = new Grammar();
        Set<String> defined = new HashSet<>();
        for (String path : paths) {
            grammar.read(path, defined);
        }
        for (Rule rule : grammar.rules.values()) {
            if (!defined.contains(rule.name())) {
                throw new IllegalArgumentException("no rule <" + rule.name() + "> in " + List.of(paths));
            }
            refuseLoop(rule, new HashSet<>());
        }
        return grammar;
    }

    private void read(String path, Set<String> defined) {
        Rule current = null;
        for (String line : Lines.of(path)) {
            if (line.startsWith(":")) {
                current = named(line.substring(1));
                if (!defined.add(current.name())) {
                    throw new IllegalArgumentException("rule " + line + " is defined twice, again in " + path);
                }
            } else if (current == null) {
                throw new IllegalArgumentException(path + " begins without a :rule");
            } else {
                current.add(TemplateParser.parse(size++, line, this::named));
            }
        }
    }

    private Rule named(String name) {
        return rules.computeIfAbsent(name, Rule::new);
    }

    private static void refuseLoop(Rule rule, Set<String> above) {
        if (!above.add(rule.name())) {
            throw new IllegalArgumentException("rule <" + rule.name() + "> calls itself");
        }
        rule.ways().stream()
                .flatMap(Template::calls)
                .distinct()
                .sorted(Comparator.comparing(Rule::name))
                .forEach(called -> refuseLoop(called, above));
        above.remove(rule.name());
    }

    /** Throws {@link IllegalArgumentException} when there is none. */
    public Rule rule(String name) {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + name);
        }
        return rule;
    }

    public boolean has(String name) {
        return rules.containsKey(name);
    }

    /** The number of lines; {@link Template#number()} is below it. */
    public int size() {
        return size;
    }
}
