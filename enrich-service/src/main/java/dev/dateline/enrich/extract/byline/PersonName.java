package dev.dateline.enrich.extract.byline;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Tells the shape of a person's name: two to five capitalised words, particles between them, none that names a thing. */
public final class PersonName {
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 5;
    private static final int MOST_OUTLET_WORDS = 5;
    private static final int MOST_SUFFIX_WORDS = 5;
    private static final Phrases PARTICLES = Phrases.load("name-particles.txt");
    private static final Phrases NOT_NAMES = Phrases.load("not-names.txt");
    private static final Phrases NOT_FIRST_NAMES = Phrases.load("not-first-names.txt");
    private static final Phrases PROSE = Phrases.load("prose-words.txt");
    private static final Phrases JOBS = Phrases.load("job-words.txt");
    private static final Phrases SUFFIXES = Phrases.load("name-suffixes.txt");

    private PersonName() {}

    /** The name a list of words begins with, when nothing but "in Baghdad" and the like follows; else null. */
    public static String beginning(List<String> words) {
        List<String> name = new ArrayList<>();
        boolean caseless = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String folded = Fold.all(word);
            if (isCapitalised(word)) {
                boolean outletBegins = i >= LEAST_WORDS && allCaps(name) && !LineShape.isAllCaps(word);
                if (outletBegins) {
                    break;
                }
                name.add(word);
                caseless |= Character.getType(word.charAt(0)) == Character.OTHER_LETTER;
            } else if (PARTICLES.contains(folded) && i > 0 && i + 1 < words.size()) {
                name.add(word);
            } else if (SUFFIXES.contains(folded) && i > 0 && words.size() - i <= MOST_SUFFIX_WORDS) {
                break;
            } else {
                return null;
            }
        }
        while (!name.isEmpty() && PARTICLES.contains(name.get(name.size() - 1))) {
            name.remove(name.size() - 1);
        }
        int least = caseless ? 1 : LEAST_WORDS;
        boolean isName = name.size() >= least
                && name.size() <= MOST_WORDS
                && !NOT_FIRST_NAMES.contains(Fold.all(name.get(0)))
                && name.stream().noneMatch(word -> isThing(word) || PROSE.contains(Fold.all(word)));
        return isName ? String.join(" ", name) : null;
    }

    /** Whether a piece of a byline names a post or an outlet. */
    public static boolean isPostOrOutlet(List<String> words) {
        return words.stream().anyMatch(PersonName::isThing);
    }

    /** {@code BBC News}, {@code Political Editor}: a few capitalised words, one of which names a post or an outlet. */
    public static boolean isCapitalisedOutlet(List<String> words) {
        return words.size() <= MOST_OUTLET_WORDS
                && words.stream().allMatch(word -> isCapitalised(word) || PROSE.contains(Fold.all(word)))
                && isCapitalised(words.get(0))
                && isPostOrOutlet(words);
    }

    /** Written in letters that have no capitals. */
    public static boolean isCaseless(String name) {
        return Character.getType(name.charAt(0)) == Character.OTHER_LETTER;
    }

    private static boolean isThing(String word) {
        String folded = Fold.all(word);
        return NOT_NAMES.contains(folded) || JOBS.contains(folded);
    }

    /** In capitals, initials not counted: {@code J. D.} before {@code Vance} is no change of style. */
    private static boolean allCaps(List<String> words) {
        return words.stream().allMatch(word -> LineShape.isAllCaps(word) && !word.endsWith("."));
    }

    /** {@code Jane}, {@code J.}, {@code O'Neil}, {@code al-Masri}, {@code 王}; no digits, no other marks. */
    private static boolean isCapitalised(String word) {
        boolean capital = false;
        boolean segmentStart = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean joint = c == '-' || c == '\'' || c == '’' || c == '.';
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!joint && !mark && !Character.isLetter(c)) {
                return false;
            }
            if (segmentStart && (Character.isUpperCase(c) || Character.getType(c) == Character.OTHER_LETTER)) {
                capital = true;
            }
            segmentStart = joint;
        }
        return capital;
    }
}
