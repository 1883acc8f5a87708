package dev.dateline.enrich.tag.places;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Other spellings of a name, beside those that {@link PlaceKey} takes for the same: letters that are written as two where a keyboard or
 * a reform asks for it.
 *
 * <p>Both spellings are in the index, rather than one that stands for both: Samuel is no Sam\u00fcl.
 */
final class Spellings {
    /** They write the same names with aa and with \u00e5. */
    private static final Set<String> REFORMED = Set.of("DK", "NO");

    private Spellings() {}

    /** None for most names. */
    static List<String> of(Toponym place) {
        String name = Normalizer.normalize(place.name(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String longer = name.replace("\u00e5", "aa")
                .replace("\u00f8", "oe")
                .replace("\u00f6", "oe")
                .replace("\u00fc", "ue")
                .replace("\u00e4", "ae");
        if (!longer.equals(name)) {
            return List.of(longer);
        }
        boolean reformed = REFORMED.contains(place.country()) && name.contains("aa");
        return reformed ? List.of(name.replace("aa", "\u00e5")) : List.of();
    }
}
