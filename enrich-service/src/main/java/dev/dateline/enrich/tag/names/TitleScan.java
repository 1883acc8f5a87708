package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.MentionSource;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the names of a headline: first those of the body, because the capitals of headlines often say nothing, then well-known ones, then what the
 * tagger found.
 */
final class TitleScan {
    /** With a larger share of capitalised words it is written in title case. */
    private static final double TITLE_CASE = 0.6;
    /** Shorter words are small in title case, too. */
    private static final int SHORT = 3;

    private static final double KNOWN = 0.9;
    /** What the tagger must believe of a name that the body does not have. */
    private static final double LEAST = 0.5;

    private static final double LEAST_IN_TITLE_CASE = 0.9;

    private static final StopWords STOP_WORDS = StopWords.of("en");

    private enum Style {
        SENTENCE,
        TITLE_CASE,
        CAPITALS
    }

    private final NameWords words;
    private final Tokens tokens;
    private final Forms forms;
    private final KnownNames known;
    private final Gazetteer gazetteer;
    private final Map<String, Form> surnames;
    private final BitSet taken = new BitSet();

    TitleScan(NameWords words, Forms forms, KnownNames known, Gazetteer gazetteer, Map<String, Form> surnames) {
        this.words = words;
        this.tokens = words.tokens();
        this.forms = forms;
        this.known = known;
        this.gazetteer = gazetteer;
        this.surnames = surnames;
    }

    void read(List<Span> spans) {
        Style style = style();
        int at = 0;
        while (at < words.size()) {
            at += Math.max(1, read(at, style));
        }
        if (style != Style.CAPITALS) {
            double least = style == Style.SENTENCE ? LEAST : LEAST_IN_TITLE_CASE;
            new SpanReader(words, forms, taken, Set.of()).read(spans, least);
        }
    }

    private int read(int at, Style style) {
        if (!tokens.isCapital(at) && tokens.length(at) > SHORT) {
            return 0;
        }
        boolean shouted = style == Style.CAPITALS && STOP_WORDS.contains(tokens.folded(at));
        Form form = shouted ? null : forms.match(words, at);
        int length = form == null ? 0 : form.size();
        if (form == null && !shouted && tokens.isCapital(at)) {
            form = surnames.get(words.word(at));
            length = form == null ? 0 : 1;
        }
        int table = style == Style.CAPITALS || !tokens.isCapital(at) ? 0 : table(at, style);
        if (table > length) {
            return known(at, table);
        }
        if (form != null) {
            add(form, at, length, MentionSource.TITLE, 0);
        }
        return length;
    }

    /** How many words are a well-known name, or a country or its people where a capital says something. */
    private int table(int at, Style style) {
        int length = known.match(words, at);
        if (style == Style.TITLE_CASE && length == 1 && !tokens.isAllCapitals(at)) {
            return 0;
        }
        Gazetteer.Match place = style == Style.SENTENCE ? gazetteer.match(tokens, at, words.size(), "en") : null;
        return place == null || place.place().isCity() ? length : Math.max(length, place.length());
    }

    private int known(int at, int length) {
        Form form = forms.of(words, at, at + length - 1);
        if (form != null) {
            EntityType type =
                    form.known() != null ? form.known().type() : form.isDemonym() ? EntityType.MISC : EntityType.LOC;
            form.vote(type, KNOWN);
            add(form, at, length, form.known() != null ? MentionSource.ALIAS : MentionSource.GAZETTEER, KNOWN);
        }
        return length;
    }

    private void add(Form form, int at, int length, MentionSource from, double confidence) {
        form.add(new Occurrence(true, at, at + length - 1, from, confidence));
        taken.set(at, at + length);
    }

    private Style style() {
        int count = 0;
        int capitals = 0;
        int shouted = 0;
        for (int i = 0; i < words.size(); i++) {
            if (tokens.length(i) > SHORT && !tokens.isDigit(i)) {
                count++;
                capitals += tokens.isCapital(i) ? 1 : 0;
                shouted += tokens.isAllCapitals(i) ? 1 : 0;
            }
        }
        if (shouted > TITLE_CASE * count) {
            return Style.CAPITALS;
        }
        return capitals > TITLE_CASE * count ? Style.TITLE_CASE : Style.SENTENCE;
    }
}
