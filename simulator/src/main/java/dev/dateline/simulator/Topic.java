package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Grammar;
import dev.dateline.simulator.grammar.Rule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A topic in one language.
 *
 * @param code IPTC Media Topic
 * @param section what a site calls it
 * @param report the lines of the topic itself
 * @param around the lines that go with any topic
 */
record Topic(
        String code,
        String section,
        List<String> keywords,
        Grammar grammar,
        Rule lead,
        Rule report,
        List<Rule> around) {
    private static final Map<Language, List<Topic>> ALL = loadAll();

    static List<Topic> of(Language language) {
        return ALL.get(language);
    }

    /** The one of a resource file. */
    static Topic named(Language language, String name) {
        return of(language).get(language.topics().indexOf(name));
    }

    private static Map<Language, List<Topic>> loadAll() {
        Map<Language, List<Topic>> all = new EnumMap<>(Language.class);
        Arrays.stream(Language.values())
                .forEach(language -> all.put(
                        language,
                        language.topics().stream()
                                .map(name -> load(language.tag(), name))
                                .toList()));
        return all;
    }

    private static Topic load(String language, String name) {
        Grammar grammar = Grammar.load(language + "/common.txt", language + "/" + name + ".txt");
        return new Topic(
                grammar.rule("code").plain().get(0),
                grammar.rule("section").plain().get(0),
                grammar.rule("keyword").plain(),
                grammar,
                grammar.rule("lead"),
                grammar.rule("body"),
                List.of(
                        grammar.rule("quote"),
                        grammar.rule("reaction"),
                        grammar.rule("background"),
                        grammar.rule("process")));
    }
}
