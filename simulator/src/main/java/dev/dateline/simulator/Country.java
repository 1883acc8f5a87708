package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Lines;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A country as one language names it.
 *
 * @param cities real ones, the capital first
 * @param names what people there are called
 */
record Country(String name, String demonym, List<String> cities, Names names) {
    private static final Map<Language, List<Country>> ALL = load();

    static List<Country> of(Language language) {
        return ALL.get(language);
    }

    /** A country, but not this one. */
    Country another(Language language, Dice dice) {
        List<Country> all = of(language);
        int chosen = dice.below(all.size());
        return all.get(chosen).equals(this) ? all.get((chosen + 1) % all.size()) : all.get(chosen);
    }

    /** A city, but not the one given. */
    String anotherCity(String city, Dice dice) {
        int chosen = dice.below(cities.size());
        return cities.get(chosen).equals(city) ? cities.get((chosen + 1) % cities.size()) : cities.get(chosen);
    }

    String capital() {
        return cities.get(0);
    }

    /** A person who does not exist: names are put together at random. */
    Person person(Dice dice) {
        return new Person(dice.pick(names.given()), dice.pick(names.family()));
    }

    record Person(String given, String family) {
        String full() {
            return given + " " + family;
        }
    }

    record Names(List<String> given, List<String> family) {}

    private static Map<Language, List<Country>> load() {
        Map<String, Names> names = Lines.of("names.txt").stream()
                .map(Lines::columns)
                .collect(Collectors.toMap(c -> c.get(0), c -> new Names(Lines.items(c.get(1)), Lines.items(c.get(2)))));
        Function<List<String>, Country> country = columns ->
                new Country(columns.get(1), columns.get(2), Lines.items(columns.get(4)), names.get(columns.get(3)));
        return Lines.of("places.txt").stream()
                .map(Lines::columns)
                .collect(Collectors.groupingBy(
                        columns -> Language.valueOf(columns.get(0).toUpperCase(Locale.ROOT)),
                        () -> new EnumMap<>(Language.class),
                        Collectors.mapping(country, Collectors.toList())));
    }
}
