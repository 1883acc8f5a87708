package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.MentionSource;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Turns spans of sentences into forms of names: without the offices before them, and not where only a sentence begins. */
final class SpanReader {
    private static final Set<String> HONORIFICS = Cues.NAMES.of("honorific");
    private static final Set<String> ROLES = Cues.NAMES.of("role");
    private static final Set<String> MODIFIERS = Cues.NAMES.of("modifier");
    private static final Set<String> REGNAL = Cues.NAMES.of("regnal");
    private static final Set<String> GENERATIONS = Cues.NAMES.of("generation");
    private static final Set<String> LEGAL = Cues.NAMES.of("legal");
    private static final Set<String> PARTICLES = Cues.NAMES.of("particle");
    private static final Set<String> PERSONAL = Cues.NAMES.of("personal");
    private static final Set<String> COMPOUND = Cues.NAMES.of("compound");
    private static final Set<String> NEVER = Cues.NAMES.of("never");
    private static final StopWords STOP_WORDS = StopWords.of("en");

    /** What an honorific right before a name speaks for a person: as much as the tagger when it is sure. */
    private static final double HONORIFIC = 1;

    private static final double ROLE = 0.5;
    /** Letters of a Korean syllable at most. */
    private static final int SYLLABLE = 5;
    /** From here on the tagger is believed on a word that opens a sentence and is a common one, too. */
    private static final double SURE = 0.95;

    private final NameWords words;
    private final Tokens tokens;
    private final Forms forms;
    private final BitSet taken;
    private final Set<String> small;

    /**
     * A reader of one text.
     *
     * @param taken tokens that belong to a name; those of the spans are added
     * @param small words of the text in small letters
     */
    SpanReader(NameWords words, Forms forms, BitSet taken, Set<String> small) {
        this.words = words;
        this.tokens = words.tokens();
        this.forms = forms;
        this.taken = taken;
        this.small = small;
    }

    void read(List<Span> spans, double least) {
        Span before = null;
        for (Span span : spans) {
            if (span.last() >= words.size()) {
                break;
            }
            Span joined = before == null ? null : joined(before, span);
            if (before != null && joined == null && before.confidence() >= least) {
                split(before);
            }
            before = joined == null ? span : joined;
        }
        if (before != null && before.confidence() >= least) {
            split(before);
        }
    }

    /** Two people without anything between them are one, and so are a name and a company; null when they are two. */
    private Span joined(Span one, Span other) {
        boolean adjacent = one.last() + 1 == other.first() && tokens.gap(other.first()) != Gap.APART;
        boolean people = one.type() == EntityType.PER && other.type() == EntityType.PER;
        boolean company = (one.type() == EntityType.PER || one.type() == EntityType.ORG)
                && other.type() == EntityType.ORG
                && LEGAL.contains(words.word(other.last()));
        return adjacent && (people || company) && other.last() - one.first() < NameWords.LONGEST
                ? new Span(one.first(), other.last(), other.type(), Math.min(one.confidence(), other.confidence()))
                : null;
    }

    /** No name reaches over the end of a sentence or line, and few over a comma. */
    private void split(Span span) {
        int from = span.first();
        for (int i = from + 1; i <= span.last() + 1; i++) {
            if (i > span.last() || tokens.opens(i) || (isAfterComma(i) && !mayHaveComma(span, i))) {
                read(from, i - 1, span);
                from = i;
            }
        }
    }

    private boolean isAfterComma(int token) {
        return tokens.text().charAt(tokens.end(token - 1)) == ',';
    }

    /** As in Brask, Jr.; Brask, Varga and Co.; Bureau of Lamps, Lanterns and Lights. */
    private boolean mayHaveComma(Span span, int next) {
        if (GENERATIONS.contains(words.word(next)) || LEGAL.contains(words.word(span.last()))) {
            return true;
        }
        int of = indexOf("of", span.first(), next);
        return of > 0 && indexOf("and", next, span.last()) > 0;
    }

    private int indexOf(String word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.word(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private void read(int from, int to, Span span) {
        int first = from;
        int last = to;
        boolean institution = span.type() == EntityType.PER || span.type() == EntityType.ORG;
        while (first <= last && (!mayStart(first, last) || (institution && isArticle(first)))) {
            first++;
        }
        while (last >= first && !tokens.isCapital(last) && !tokens.isDigit(last)) {
            last--;
        }
        if (first > last) {
            return;
        }
        if (first > 0 && !taken.get(first - 1) && tokens.gap(first) == Gap.HYPHEN && isArabicArticle(first - 1)) {
            first--;
        }
        double person = 0;
        if (span.type() == EntityType.PER) {
            int name = afterOffice(first, last);
            person = name > first ? ROLE : 0;
            first = name;
            last = lastOfPerson(first, last);
        }
        if (first <= last && words.fit(first, last) && isName(first, last, span.confidence())) {
            add(first, last, span, person + personBefore(first));
        }
    }

    private void add(int first, int last, Span span, double person) {
        Form form = forms.of(words, first, last);
        if (form == null || taken.get(first) || taken.get(last)) {
            return;
        }
        form.spell(words, first);
        form.vote(span.type(), span.confidence());
        if (person > 0) {
            form.vote(EntityType.PER, person);
            form.entitle();
        }
        form.add(new Occurrence(words.isTitle(), first, last, MentionSource.TAGGER, span.confidence()));
        taken.set(first, last + 1);
    }

    /** Without what belongs to a person, as in Brask Administration; with the small end of a Korean name, as in Kim Jong-un. */
    private int lastOfPerson(int first, int last) {
        if (first < last && PERSONAL.contains(words.word(last))) {
            return last - 1;
        }
        int next = last + 1;
        boolean syllable = first < last
                && next < words.size()
                && tokens.gap(next) == Gap.HYPHEN
                && !tokens.isCapital(next)
                && tokens.length(last) <= SYLLABLE
                && tokens.length(next) <= SYLLABLE
                && !COMPOUND.contains(words.word(next));
        return syllable ? next : last;
    }

    private boolean mayStart(int first, int last) {
        if (tokens.isCapital(first) || tokens.isDigit(first)) {
            return true;
        }
        return (first < last && PARTICLES.contains(words.word(first))) || hasCapitalInside(first);
    }

    /** As in iPhone. */
    private boolean hasCapitalInside(int token) {
        for (int i = tokens.start(token); i < Math.min(tokens.end(token), tokens.start(token) + 3); i++) {
            if (Character.isUpperCase(tokens.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isArticle(int token) {
        String word = words.word(token);
        return word.equals("the") || word.equals("a") || word.equals("an");
    }

    private boolean isArabicArticle(int token) {
        String word = words.word(token);
        return word.equals("al") || word.equals("ul") || word.equals("ash") || word.equals("as");
    }

    /** Where the name proper begins; beyond the last token when there is only an office. */
    private int afterOffice(int first, int last) {
        int role = -1;
        int at = first;
        while (at <= last && isOfOffice(at)) {
            role = ROLES.contains(words.word(at)) || HONORIFICS.contains(words.word(at)) ? at : role;
            at++;
        }
        if (role < 0) {
            return inside(first, last);
        }
        int name = at > last && last > role && !MODIFIERS.contains(words.word(last)) ? last : at;
        if (name > last) {
            return isAlone(first, last) ? first : name;
        }
        boolean one = name == last || (name == last - 1 && GENERATIONS.contains(words.word(last)));
        return one && REGNAL.contains(words.word(role)) && role == name - 1 ? role : name;
    }

    /** A name after an honorific may be a word for an office itself: Mr. King. */
    private boolean isAlone(int first, int last) {
        return first == last && personBefore(first) >= HONORIFIC;
    }

    private boolean isOfOffice(int token) {
        String word = words.word(token);
        return ROLES.contains(word) || HONORIFICS.contains(word) || MODIFIERS.contains(word) || isPlace(token);
    }

    private boolean isPlace(int token) {
        return tokens.isAllCapitals(token) && forms.isKnown(words, token);
    }

    /** After an office in the midst, as in Philadelphia Mayor Michael Nutter; not so in Martin Luther King Jr. */
    private int inside(int first, int last) {
        for (int i = first + 1; i < last - 1; i++) {
            if (ROLES.contains(words.word(i)) && tokens.gap(i) == Gap.SPACE) {
                return i + 1;
            }
        }
        return first;
    }

    /** What stands before a name and speaks for a person. */
    private double personBefore(int first) {
        if (first == 0 || (tokens.gap(first) != Gap.SPACE && tokens.gap(first) != Gap.ABBREVIATION)) {
            return 0;
        }
        String word = words.word(first - 1);
        if (HONORIFICS.contains(word)) {
            return HONORIFIC;
        }
        return ROLES.contains(word) && !tokens.isCapital(first - 1) ? ROLE : 0;
    }

    private boolean isName(int first, int last, double confidence) {
        if (first < last) {
            return true;
        }
        String word = words.word(first);
        if (tokens.length(first) < 2 || NEVER.contains(word)) {
            return false;
        }
        if (tokens.isAllCapitals(first) || personBefore(first) > 0) {
            return true;
        }
        if (STOP_WORDS.contains(tokens.folded(first))) {
            return false;
        }
        return !tokens.opens(first) || !small.contains(tokens.folded(first)) || confidence >= SURE;
    }
}
