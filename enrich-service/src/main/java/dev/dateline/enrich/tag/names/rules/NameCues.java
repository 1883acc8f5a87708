package dev.dateline.enrich.tag.names.rules;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.names.rules.NameSpans.Span;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.Set;

/** Tells what a run of capitalised words names, from the words themselves and those beside them. */
final class NameCues {
    private static final Set<String> ROLES = Cues.NAMES.of("role");
    private static final Set<String> MODIFIERS = Cues.NAMES.of("modifier");
    private static final Set<String> PORTFOLIOS = Cues.NAMES.of("portfolio");
    private static final Set<String> OF = Cues.NAMES.of("of");
    private static final Set<String> ORG_WORDS = Cues.NAMES.of("org");
    private static final Set<String> ORG_HEADS = Cues.NAMES.of("orghead");
    private static final Set<String> ORG_NAMES = Cues.NAMES.of("orgname");
    private static final Set<String> PLACE_WORDS = Cues.NAMES.of("place");
    private static final Set<String> PLACE_HEADS = Cues.NAMES.of("placehead");
    private static final Set<String> GIVEN_NAMES = Cues.NAMES.of("given");
    private static final Set<String> SPEECH = Cues.NAMES.of("speech");

    private static final int LONGEST_PERSON = 5;
    private static final int OLDEST = 120;

    private final Tokens tokens;

    NameCues(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean isOrganisation(Span span) {
        String last = tokens.folded(span.last());
        if (ORG_NAMES.contains(Gazetteer.key(tokens, span.first(), span.last() + 1)) || isInParentheses(span)) {
            return true;
        }
        if (span.size() == 1) {
            return false;
        }
        return ORG_WORDS.contains(last) || ORG_HEADS.contains(last) || isHeaded(span, ORG_HEADS);
    }

    boolean isPlace(Span span) {
        return span.size() > 1
                && (PLACE_WORDS.contains(tokens.folded(span.last()))
                        || PLACE_HEADS.contains(tokens.folded(span.first())));
    }

    private boolean isHeaded(Span span, Set<String> heads) {
        for (int i = span.first(); i < span.last(); i++) {
            if (heads.contains(tokens.folded(i)) && OF.contains(tokens.folded(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** An acronym alone in parentheses: (WHO). */
    boolean isInParentheses(Span span) {
        int start = tokens.start(span.first());
        int end = tokens.end(span.last());
        String text = tokens.text();
        return span.size() == 1
                && tokens.isAllCapitals(span.first())
                && start > 0
                && text.charAt(start - 1) == '('
                && end < text.length()
                && text.charAt(end) == ')';
    }

    /** Where the name proper begins: after honorifics and offices. Beyond the last token when there is nothing else. */
    int afterRoles(Span span) {
        int at = span.first();
        boolean role = false;
        int name = span.first();
        while (at <= span.last()) {
            String word = tokens.folded(at);
            boolean of = role && OF.contains(word) && at < span.last() && PORTFOLIOS.contains(tokens.folded(at + 1));
            role |= ROLES.contains(word);
            if (!ROLES.contains(word) && !MODIFIERS.contains(word) && !of) {
                break;
            }
            at++;
            name = role ? at : name;
        }
        return at > span.last() ? at : name;
    }

    /**
     * The first word of an office between two names, as in Philadelphia Mayor Michael Nutter; -1 when there is none.
     */
    int roleInside(Span span) {
        for (int i = span.first() + 1; i < span.last(); i++) {
            if (ROLES.contains(tokens.folded(i)) && tokens.gap(i) == Gap.SPACE) {
                return i;
            }
        }
        return -1;
    }

    /** What a name that is no known place and has no institution's word is; MISC without evidence. */
    EntityType typeOf(Span span, boolean titled) {
        boolean several = span.size() > 1 && span.size() <= LONGEST_PERSON;
        boolean person = titled
                || (several && GIVEN_NAMES.contains(tokens.folded(span.first())))
                || hasRoleBefore(span.first())
                || hasAgeAfter(span.last())
                || (several && hasSpeechBeside(span));
        return person ? EntityType.PER : EntityType.MISC;
    }

    private boolean hasRoleBefore(int first) {
        return first > 0
                && tokens.gap(first) == Gap.SPACE
                && !tokens.isCapital(first - 1)
                && ROLES.contains(tokens.folded(first - 1));
    }

    private boolean hasAgeAfter(int last) {
        int age = last + 1;
        if (age >= tokens.size() || !tokens.isDigit(age) || tokens.length(age) > 3) {
            return false;
        }
        int after = tokens.end(age);
        String text = tokens.text();
        boolean between = text.startsWith(", ", tokens.end(last)) && tokens.start(age) == tokens.end(last) + 2;
        return between && after < text.length() && text.charAt(after) == ',' && years(age) <= OLDEST;
    }

    private int years(int token) {
        int years = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            int digit = Character.digit(tokens.text().charAt(i), 10);
            if (digit < 0) {
                return Integer.MAX_VALUE;
            }
            years = years * 10 + digit;
        }
        return years;
    }

    /** Whether the text says that this name says something. */
    boolean hasSpeechBeside(Span span) {
        int after = span.last() + 1;
        return (after < tokens.size() && tokens.gap(after) == Gap.SPACE && SPEECH.contains(tokens.folded(after)))
                || (span.first() > 0
                        && tokens.gap(span.first()) == Gap.SPACE
                        && SPEECH.contains(tokens.folded(span.first() - 1)));
    }
}
