package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Lines;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An outlet of the newswire.
 *
 * @param index its place in {@link #ALL}
 * @param home the city its local paragraphs are about
 */
record Outlet(int index, String sourceId, String name, String domain, boolean agency, Language language, String home) {
    static final List<Outlet> ALL = load();

    private static final Map<Language, List<Outlet>> BY_LANGUAGE = ALL.stream()
            .collect(Collectors.groupingBy(
                    Outlet::language, () -> new EnumMap<>(Language.class), Collectors.toUnmodifiableList()));

    static List<Outlet> of(Language language) {
        return BY_LANGUAGE.get(language);
    }

    private static List<Outlet> load() {
        List<String> lines = Lines.of("outlets.txt");
        return IntStream.range(0, lines.size())
                .mapToObj(index -> parse(index, Lines.columns(lines.get(index))))
                .toList();
    }

    private static Outlet parse(int index, List<String> columns) {
        return new Outlet(
                index,
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3).equals("agency"),
                Language.valueOf(columns.get(4).toUpperCase(Locale.ROOT)),
                columns.get(5));
    }
}
