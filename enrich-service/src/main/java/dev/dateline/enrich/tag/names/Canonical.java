package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Place;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses what an entity is called: as the table of well-known names calls it, else by the fullest form of the article, places and nations by the
 * most frequent one (an abbreviated place by its own name), each as it is spelled most often without capitals throughout.
 */
final class Canonical {
    /** Longer names in capitals are not acronyms. */
    private static final int LONGEST_ACRONYM = 5;
    /** Longer names of places are not short for others. */
    private static final int LONGEST_ABBREVIATION = 5;

    private final NameWords title;
    private final NameWords body;

    Canonical(NameWords title, NameWords body) {
        this.title = title;
        this.body = body;
    }

    /** The name of an entity; {@code place} is where it is, or null. */
    String name(EntityType type, List<Form> forms, Place place) {
        for (Form form : forms) {
            if (form.known() != null) {
                return form.known().name();
            }
        }
        boolean full = type == EntityType.PER || type == EntityType.ORG;
        Comparator<Form> frequent =
                Comparator.comparingInt(form -> form.occurrences().size());
        Comparator<Form> order = full ? Comparator.comparingInt(Form::size).thenComparing(frequent) : frequent;
        // Of equal ones the first.
        Form best = forms.get(0);
        for (Form form : forms) {
            best = order.compare(form, best) > 0 ? form : best;
        }
        String name = spelled(best);
        return place != null && isAbbreviation(name, place.name()) ? place.name() : name;
    }

    /** Whether it is short for the name of its place: Fla, N.C., L.A. */
    private static boolean isAbbreviation(String name, String full) {
        String letters = Spelling.of(name.toLowerCase(Locale.ROOT));
        String all = Spelling.of(full.toLowerCase(Locale.ROOT));
        if (letters.length() > LONGEST_ABBREVIATION
                || letters.length() >= all.length()
                || letters.charAt(0) != all.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < all.length() && at < letters.length(); i++) {
            at += all.charAt(i) == letters.charAt(at) ? 1 : 0;
        }
        return at == letters.length();
    }

    private String spelled(Form form) {
        Map<String, Integer> counts = new HashMap<>();
        String best = null;
        int most = 0;
        boolean bestShouts = true;
        for (Occurrence occurrence : form.occurrences()) {
            String surface = surface(occurrence);
            int count = counts.merge(surface, 1, Integer::sum);
            boolean shouts = isShouted(surface);
            if (best == null || (bestShouts && !shouts) || (bestShouts == shouts && count > most)) {
                best = surface;
                most = count;
                bestShouts = shouts;
            }
        }
        return bestShouts ? lower(best) : best;
    }

    /** On one line. */
    private String surface(Occurrence occurrence) {
        NameWords words = occurrence.title() ? title : body;
        String surface = words.surface(occurrence.first(), occurrence.last());
        return surface.chars().anyMatch(c -> c != ' ' && Character.isWhitespace(c))
                ? surface.replaceAll("\\s+", " ")
                : surface;
    }

    private static boolean isShouted(String surface) {
        return surface.length() > LONGEST_ACRONYM
                && surface.chars().noneMatch(Character::isLowerCase)
                && surface.indexOf('.') < 0;
    }

    private static String lower(String surface) {
        return Arrays.stream(surface.split(" ", -1))
                .map(word -> word.isEmpty()
                        ? word
                        : word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
