package dev.dateline.enrich.extract.byline;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The line that says who wrote: {@code By Jane Doe and John Roe, Political Editor}, or just a name.
 *
 * @param authors names as printed; empty when only an agency or "staff" is named
 * @param agency the agency named; may be null
 * @param prefix the word that announced it, for example {@code by}; null for a bare name, which is a byline only
 *     by its place
 */
public record Byline(List<String> authors, String agency, String prefix) {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_BARE_LENGTH = 80;
    private static final int MAX_STAFF_WORDS = 4;
    private static final Phrases PREFIXES = Phrases.load("byline-prefixes.txt");
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "&", "und", "et", "y", "e", "en", "och", "og", "with", "mit", "avec", "/", "|", "+");

    /** Words between two separators, and whether a conjunction stood before them. */
    private record Piece(List<String> words, boolean joined) {}

    /** A byline with or without its prefix; empty for anything else. */
    public static Optional<Byline> parse(String line) {
        Optional<Byline> prefixed = prefixed(line);
        return prefixed.isPresent() ? prefixed : bare(line);
    }

    /** A byline that announces itself. */
    public static Optional<Byline> prefixed(String line) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String prefix = PREFIXES.opening(Fold.beginning(line));
        if (prefix == null || prefix.length() == line.length()) {
            return Optional.empty();
        }
        String rest = line.substring(prefix.length());
        return people(rest.startsWith(":") ? rest.substring(1).trim() : rest.trim(), prefix);
    }

    /** A line that holds nothing but names, posts and agencies. */
    public static Optional<Byline> bare(String line) {
        boolean possible = line.length() <= MAX_BARE_LENGTH && !LineShape.hasDigit(line) && !endsLikeSentence(line);
        return possible ? people(line, null) : Optional.empty();
    }

    /** Ends with a full stop that is not that of {@code Jr.}. */
    private static boolean endsLikeSentence(String line) {
        return line.endsWith(".") && !line.endsWith(" Jr.") && !line.endsWith(" Sr.");
    }

    private static Optional<Byline> people(String text, String prefix) {
        List<Piece> pieces = pieces(text);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        List<String> authors = new ArrayList<>();
        List<String> agencies = new ArrayList<>();
        boolean anyJoined = pieces.stream().anyMatch(Piece::joined);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Agencies.Found named = Agencies.in(String.join(" ", piece.words()));
            String name = named.onlyAgencies() ? null : PersonName.beginning(piece.words());
            if (name != null && prefix == null && PersonName.isCaseless(name)) {
                return Optional.empty();
            }
            // "By Jane Doe, New York": behind a comma alone, a name may be a place.
            boolean person = name != null && (i == 0 || piece.joined() || anyJoined);
            if (person) {
                authors.add(name);
            }
            agencies.addAll(named.names());
            if (!person && !named.onlyAgencies() && !fits(piece, i, prefix)) {
                return Optional.empty();
            }
        }
        String agency = agencies.isEmpty()
                ? null
                : String.join(", ", agencies.stream().distinct().toList());
        return Optional.of(new Byline(List.copyOf(authors), agency, prefix));
    }

    /** Whether a piece that is no person may stand in a byline all the same: a post, an outlet, "staff". */
    private static boolean fits(Piece piece, int at, String prefix) {
        if (at == 0) {
            return prefix != null
                    && piece.words().size() <= MAX_STAFF_WORDS
                    && PersonName.isPostOrOutlet(piece.words())
                    && Character.isUpperCase(piece.words().get(0).charAt(0));
        }
        return prefix != null || PersonName.isCapitalisedOutlet(piece.words());
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        List<String> words = new ArrayList<>();
        boolean joined = false;
        for (String word : text.replace("/", " / ").split(" ", -1)) {
            boolean conjunction = CONJUNCTIONS.contains(Fold.all(word));
            boolean separator = word.endsWith(",") || word.endsWith(";");
            String kept = separator ? word.substring(0, word.length() - 1) : word;
            if (!conjunction && !kept.isEmpty()) {
                words.add(kept);
            }
            if ((conjunction || separator) && !words.isEmpty()) {
                pieces.add(new Piece(List.copyOf(words), joined));
                words.clear();
                joined = false;
            }
            joined |= conjunction;
        }
        if (!words.isEmpty()) {
            pieces.add(new Piece(List.copyOf(words), joined));
        }
        return pieces;
    }
}
