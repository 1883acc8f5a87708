package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.MentionSource;
import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceMention;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.places.PlacesOfArticle;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The people, organisations and places that an article names: from the spans of a tagger that sees sentences to entities of the whole
 * article, each with all its mentions and one name.
 *
 * <p>English alone has all of them. In other languages, places are found by their names.
 *
 * <p>Immutable and thread-safe.
 */
public final class NameTagger {
    public static final String VERSION = "dateline-names-2+" + KnownNames.VERSION;

    /** Entities of an article at most. */
    public static final int MAX_ENTITIES = 50;

    /** Mentions of an entity at most. */
    public static final int MAX_MENTIONS = 50;

    private static final String ENGLISH = "en";
    /** With a larger share of words in capitals, capitals say nothing. */
    private static final double SHOUTING = 0.6;

    private static final int SHORT = 3;
    /** What the gazetteer alone is believed. */
    private static final double GAZETTEER = 0.7;

    /**
     * What an article names.
     *
     * @param entities most salient first
     * @param primaryPlace the place that the article is about most; null when there is none
     * @param primaryCountry ISO 3166-1 alpha-2 code of the country that it is about most; null when there is none
     */
    public record Names(List<Entity> entities, Place primaryPlace, String primaryCountry) {}

    private final SpanTagger spans;
    private final Gazetteer gazetteer;
    private final PlaceResolver places;
    private final KnownNames known = KnownNames.load();

    public NameTagger(SpanTagger spans, Gazetteer gazetteer, PlaceResolver places) {
        this.spans = spans;
        this.gazetteer = gazetteer;
        this.places = places;
    }

    /** Whether people and organisations of this language are found, too. */
    public static boolean supports(String language) {
        return language.equals(ENGLISH);
    }

    public Names tag(Prepared text, PlaceHints hints) {
        boolean english = supports(text.language());
        NameWords title = new NameWords(text.title(), true, Prepared.MAX_TITLE_TOKENS);
        NameWords body = new NameWords(text.body(), false, Prepared.MAX_BODY_TOKENS);
        Forms forms = new Forms(known, gazetteer);
        Set<String> small = new HashSet<>();
        if (english && !isShouting(body, small)) {
            readBody(body, forms, small);
            OrganisationLinks.joinKnown(forms);
            PersonLinks people = new PersonLinks(forms);
            people.join();
            new OrganisationLinks(forms, people).join();
            new Acronyms(body, forms, new BitSet()).joinAlone();
            new TitleScan(title, forms, known, gazetteer, people.surnames()).read(spans.tag(text.title()));
            OrganisationLinks.joinKnown(forms);
        } else if (english) {
            readCapitals(title, forms);
            readCapitals(body, forms);
        } else {
            readPlaces(text, title, body, forms);
        }
        PlacesOfArticle located = places.resolve(text, Entities.placeMentions(forms.all()), hints);
        Entities.joinPlaces(forms.all(), located.places());
        return new Names(
                new Entities(title, body).of(forms.all(), located.places(), english),
                located.primaryPlace(),
                located.primaryCountry());
    }

    private void readBody(NameWords body, Forms forms, Set<String> small) {
        BitSet taken = new BitSet(body.size());
        Acronyms acronyms = new Acronyms(body, forms, taken);
        acronyms.define();
        new SpanReader(body, forms, taken, small).read(spans.tag(body.tokens()), 0);
        acronyms.joinParentheses();
        new BodyScan(body, forms, known, gazetteer, taken, small).read();
    }

    /** Countries and well-known cities in a text without small letters, where words of a few letters are no countries. */
    private void readCapitals(NameWords words, Forms forms) {
        int at = 0;
        while (at < words.size()) {
            Gazetteer.Match match = gazetteer.match(words.tokens(), at, words.size(), ENGLISH);
            boolean place =
                    match != null && (match.length() > 1 || words.tokens().length(at) > SHORT);
            int length = place ? match.length() : 1;
            if (place) {
                addPlace(words, at, at + length - 1, forms);
            }
            at += length;
        }
    }

    private void readPlaces(Prepared text, NameWords title, NameWords body, Forms forms) {
        for (PlaceMention mention : places.find(text)) {
            NameWords words = mention.title() ? title : body;
            if (mention.last() < words.size()) {
                addPlace(words, mention.first(), mention.last(), forms);
            }
        }
    }

    private static void addPlace(NameWords words, int first, int last, Forms forms) {
        Form form = words.fit(first, last) ? forms.of(words, first, last) : null;
        if (form != null) {
            form.vote(form.isDemonym() ? EntityType.MISC : EntityType.LOC, GAZETTEER);
            form.add(new Occurrence(words.isTitle(), first, last, MentionSource.GAZETTEER, GAZETTEER));
        }
    }

    /** Whether the body is written in capitals; on the way, notes the words that open a sentence and stand in small letters elsewhere. */
    private static boolean isShouting(NameWords body, Set<String> small) {
        Tokens tokens = body.tokens();
        Set<String> openers = new HashSet<>();
        for (int i = 0; i < body.size(); i++) {
            if (tokens.opens(i) && tokens.isCapital(i)) {
                openers.add(tokens.folded(i));
            }
        }
        int capitals = 0;
        int words = 0;
        for (int i = 0; i < body.size(); i++) {
            if (tokens.isDigit(i) || tokens.isCjk(i)) {
                continue;
            }
            words++;
            capitals += tokens.isAllCapitals(i) ? 1 : 0;
            if (!tokens.isCapital(i) && openers.contains(tokens.folded(i))) {
                small.add(tokens.folded(i));
            }
        }
        return capitals > SHOUTING * words;
    }
}
