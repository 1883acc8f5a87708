package dev.dateline.enrich.tag.names.rules;

import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds runs of capitalised words, with the small words that names may hold (de, van, bin, of). */
final class NameSpans {
    /** Longer runs are headlines, lists or noise. */
    static final int LONGEST = 8;

    private static final int MOST_CONNECTORS = 2;

    private static final Set<String> CONNECTORS = Cues.NAMES.of("connector");
    private static final Set<String> PREFIXES = Cues.NAMES.of("prefix");
    private static final Set<String> OF = Cues.NAMES.of("of");
    private static final Set<String> HEADS = Cues.NAMES.of("orghead");
    private static final Set<String> PLACE_HEADS = Cues.NAMES.of("placehead");
    private static final Set<String> ROLES = Cues.NAMES.of("role");
    private static final Set<String> PORTFOLIOS = Cues.NAMES.of("portfolio");

    /** Tokens of a run, both inclusive. */
    record Span(int first, int last) {
        int size() {
            return last - first + 1;
        }
    }

    private final Tokens tokens;
    private final int end;

    private NameSpans(Tokens tokens, int end) {
        this.tokens = tokens;
        this.end = end;
    }

    /** The runs among the first {@code limit} tokens, in order, none overlapping. */
    static List<Span> in(Tokens tokens, int limit) {
        return new NameSpans(tokens, Math.min(limit, tokens.size())).find();
    }

    private List<Span> find() {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < end) {
            if (!startsName(at)) {
                at++;
                continue;
            }
            int last = lastOf(at);
            if (last - at < LONGEST) {
                spans.add(new Span(at, last));
            }
            at = last + 1;
        }
        return spans;
    }

    private int lastOf(int first) {
        int last = tokens.isCapital(first) ? first : first + 1;
        while (last + 1 < end) {
            int next = next(first, last);
            if (next == last) {
                break;
            }
            last = next;
        }
        return last;
    }

    /** The next capitalised word of the run, over connectors; {@code last} when the run ends. */
    private int next(int first, int last) {
        int at = last + 1;
        if (tokens.gap(at) == Gap.APART) {
            return last;
        }
        if (startsName(at)) {
            return tokens.isCapital(at) ? at : at + 1;
        }
        for (int skipped = 0; skipped < MOST_CONNECTORS && at + 1 < end && tokens.gap(at) == Gap.SPACE; skipped++) {
            if (!connects(first, last, at)) {
                return last;
            }
            at++;
            if (tokens.gap(at) == Gap.SPACE && startsName(at)) {
                return tokens.isCapital(at) ? at : at + 1;
            }
        }
        return last;
    }

    private boolean connects(int first, int last, int at) {
        String word = tokens.folded(at);
        if (CONNECTORS.contains(word) || (word.equals("the") && at > last + 1)) {
            return true;
        }
        if (!OF.contains(word)) {
            return false;
        }
        String head = tokens.folded(last);
        boolean portfolio = ROLES.contains(head) && at + 1 < end && PORTFOLIOS.contains(tokens.folded(at + 1));
        return portfolio || HEADS.contains(head) || PLACE_HEADS.contains(head) || HEADS.contains(tokens.folded(first));
    }

    /** A capital, or an article before one: al-Sadr. */
    private boolean startsName(int at) {
        if (tokens.isCapital(at)) {
            return true;
        }
        return at + 1 < end
                && tokens.gap(at + 1) == Gap.HYPHEN
                && tokens.isCapital(at + 1)
                && PREFIXES.contains(tokens.folded(at));
    }
}
