package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Countries, their people and their capitals: the JDK's names of ISO 3166-1 countries (Unicode CLDR) in English and in the article's
 * language, and {@code countries.tsv}.
 *
 * <p>Thread-safe. Holds one table per known language, no more.
 */
public final class Gazetteer {
    public static final String VERSION =
            "dateline-countries-1+cldr-of-jdk-" + Runtime.version().feature();

    private static final int COLUMNS = 4;
    private static final int LONGEST_ABBREVIATION = 3;
    /** Names of countries in other languages that are given names or better known places there. */
    private static final Set<String> AMBIGUOUS = Set.of("maurice", "granada", "jersey", "dominica", "man");

    /**
     * A name found in a text.
     *
     * @param length in tokens
     */
    public record Match(KnownPlace place, int length) {}

    private final Set<String> languages;
    private final Map<String, KnownPlace> english = new HashMap<>();
    private final Map<String, Map<String, KnownPlace>> local = new ConcurrentHashMap<>();
    /** First words of all names in all loaded tables, with the most words of a name that starts so. */
    private final Map<String, Integer> longest = new ConcurrentHashMap<>();

    private Gazetteer(Set<String> languages) {
        this.languages = languages;
    }

    /**
     * Reads the table.
     *
     * @param languages codes of the languages whose country names may be asked for
     */
    public static Gazetteer load(Set<String> languages) {
        Gazetteer gazetteer = new Gazetteer(languages);
        for (String country : Locale.getISOCountries()) {
            gazetteer.add(gazetteer.english, name(country, Locale.ENGLISH), country, KnownPlace.Kind.COUNTRY);
        }
        ResourceLines.of(Gazetteer.class, "countries.tsv").forEach(line -> gazetteer.addRow(line.split("\t", COLUMNS)));
        return gazetteer;
    }

    private void addRow(String[] cells) {
        for (int column = 1; column < cells.length; column++) {
            KnownPlace.Kind kind =
                    switch (column) {
                        case 1 -> KnownPlace.Kind.COUNTRY;
                        case 2 -> KnownPlace.Kind.DEMONYM;
                        default -> KnownPlace.Kind.CITY;
                    };
            for (String name : cells[column].split(",", -1)) {
                if (!name.isEmpty()) {
                    add(english, name, cells[0], kind);
                }
            }
        }
    }

    private void add(Map<String, KnownPlace> table, String name, String country, KnownPlace.Kind kind) {
        Tokens tokens = Tokens.of(name);
        if (tokens.size() == 0) {
            return;
        }
        String key = key(tokens, 0, tokens.size());
        String canonical = kind == KnownPlace.Kind.CITY ? name : name(country, Locale.ENGLISH);
        table.putIfAbsent(key, new KnownPlace(canonical, country, kind));
        longest.merge(tokens.folded(0), tokens.size(), Math::max);
    }

    private static String name(String country, Locale language) {
        String name = new Locale.Builder().setRegion(country).build().getDisplayCountry(language);
        return withoutExplanation(name);
    }

    /** CLDR's name without its explanations: Myanmar (Burma), Hong Kong SAR China. */
    static String withoutExplanation(String country) {
        String name = country.replace(" & ", " and ");
        int explanation = Math.max(name.indexOf(" ("), name.indexOf(" SAR "));
        return explanation > 0 ? name.substring(0, explanation) : name;
    }

    /**
     * The longest place name that starts with this token, or null.
     *
     * @param end token to stop before
     * @param language the article's; its country names count beside the English ones
     */
    public Match match(Tokens tokens, int from, int end, String language) {
        if (!tokens.isCapital(from)) {
            return null;
        }
        Map<String, KnownPlace> names = languages.contains(language) && !language.equals("en")
                ? local.computeIfAbsent(language, this::countriesIn)
                : Map.of();
        int most = Math.min(longest.getOrDefault(tokens.folded(from), 0), end - from);
        for (int length = reach(tokens, from, most); length > 0; length--) {
            String key = key(tokens, from, from + length);
            KnownPlace place = english.get(key);
            if (place == null) {
                place = names.get(key);
            }
            if (place != null && isSpelled(tokens, from, length)) {
                return new Match(place, length);
            }
        }
        return null;
    }

    /** How many of the tokens stand close enough together to be one name. */
    private static int reach(Tokens tokens, int from, int most) {
        int length = Math.min(1, most);
        while (length < most && tokens.gap(from + length) != Gap.APART && tokens.gap(from + length) != Gap.AMPERSAND) {
            length++;
        }
        return length;
    }

    private static boolean isSpelled(Tokens tokens, int from, int length) {
        return length > 1 || tokens.length(from) > LONGEST_ABBREVIATION || tokens.isAllCapitals(from);
    }

    private Map<String, KnownPlace> countriesIn(String language) {
        Map<String, KnownPlace> names = new HashMap<>();
        Locale locale = Locale.forLanguageTag(language);
        for (String country : Locale.getISOCountries()) {
            add(names, name(country, locale), country, KnownPlace.Kind.COUNTRY);
        }
        names.keySet().removeAll(AMBIGUOUS);
        return Map.copyOf(names);
    }

    /** The country of a place given as {@code Baghdad} or {@code Basra, Iraq}; null when unknown. */
    public String countryOf(String place) {
        Tokens tokens = Tokens.of(place);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Match match = match(tokens, i, tokens.size(), "en");
            if (match != null) {
                return match.place().country();
            }
        }
        return null;
    }

    /** The folded words of the tokens with single spaces, by which names are compared. */
    public static String key(Tokens tokens, int from, int to) {
        if (to == from + 1) {
            return tokens.folded(from);
        }
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            key.append(i == from ? "" : " ").append(tokens.folded(i));
        }
        return key.toString();
    }
}
