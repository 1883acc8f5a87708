package dev.dateline.enrich.tag.spans.train;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.spans.train.LabelledText.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The same sentence about other people and towns, with names from all over the world: what is learned from it is how news speaks of names,
 * not whom it has spoken of. Half of the names are respelled, so that no list has them.
 */
final class Renamed {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    /** Share of places of one word that are renamed; most of these are countries. */
    private static final double TOWNS = 0.35;

    private final List<String> first;
    private final List<String> last;
    private final List<String> towns;
    private final Random random;

    Renamed(NameLists lists, long seed) {
        first = lists.of("first");
        last = lists.of("last");
        towns = lists.of("town");
        random = new Random(seed);
    }

    LabelledText of(LabelledText text) {
        StringBuilder out = new StringBuilder();
        List<Name> names = new ArrayList<>();
        Map<String, String> chosen = new HashMap<>();
        int at = 0;
        for (Name name : text.names()) {
            String surface = text.text().substring(name.start(), name.end());
            out.append(text.text(), at, name.start());
            int start = out.length();
            out.append(chosen.computeIfAbsent(surface, old -> other(old, name.type())));
            names.add(new Name(start, out.length(), name.type()));
            at = name.end();
        }
        out.append(text.text().substring(at));
        return new LabelledText(text.source(), text.article(), out.toString(), names);
    }

    private String other(String surface, EntityType type) {
        int words = surface.split(" ", -1).length;
        if (type == EntityType.PER) {
            return switch (words) {
                case 1 -> respelled(any(last));
                case 2 -> any(first) + " " + respelled(any(last));
                default -> any(first) + " " + respelled(any(first)) + " " + respelled(any(last));
            };
        }
        boolean town = type == EntityType.LOC && words == 1 && surface.length() > 4 && surface.indexOf('.') < 0;
        return town && random.nextDouble() < TOWNS ? respelled(any(towns)) : surface;
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /** Every other time the same, else with a consonant and a vowel changed. */
    private String respelled(String name) {
        return random.nextBoolean() ? name : changed(changed(name, CONSONANTS), VOWELS);
    }

    private String changed(String name, String letters) {
        for (int tries = 0; tries < name.length(); tries++) {
            int at = 1 + random.nextInt(Math.max(1, name.length() - 1));
            if (at < name.length() && letters.indexOf(name.charAt(at)) >= 0) {
                return name.substring(0, at)
                        + letters.charAt(random.nextInt(letters.length()))
                        + name.substring(at + 1);
            }
        }
        return name;
    }
}
