package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.List;

/**
 * Decides which place of the world each mention of an article stands for.
 *
 * <p>All places of a name are candidates. They are scored in powers of ten of their population, to which is added how well they fit the
 * article: its countries, demonyms and parts of countries, the dateline, and above all a larger place right after the name (Paris, Texas). The mentions of a name have one sense, except those with a place right after them. What was decided becomes
 * context, and all is decided once more.
 *
 * <p>Immutable and thread-safe.
 */
public final class PlaceResolver {
    public static final String VERSION = Atlas.VERSION;

    /** Mentions of an article that are looked at. */
    private static final int MOST_MENTIONS = 2_000;

    private static final double TITLE = 2;
    private static final double DEMONYM = 0.7;
    private static final double DATELINE = 2;

    private final Gazetteer gazetteer;
    private final PlaceNames names;
    private final PlaceFinder finder;

    private PlaceResolver(Gazetteer gazetteer, Atlas atlas) {
        this.gazetteer = gazetteer;
        this.names = new PlaceNames(gazetteer, atlas);
        this.finder = new PlaceFinder(gazetteer, atlas);
    }

    /** Reads the packed gazetteer, about 0.2 s. */
    public static PlaceResolver load(Gazetteer gazetteer) {
        return new PlaceResolver(gazetteer, Atlas.load());
    }

    /**
     * The places of an article, all together, because they explain each other.
     *
     * @param mentions what is thought to be a place, in any order; people and organisations must not be among them
     */
    public PlacesOfArticle resolve(Prepared text, List<PlaceMention> mentions, PlaceHints hints) {
        Scene scene = new Scene();
        PrimaryPlace primary = new PrimaryPlace();
        addDemonyms(text.title(), Prepared.MAX_TITLE_TOKENS, text.language(), TITLE, scene, primary);
        addDemonyms(text.body(), Prepared.MAX_BODY_TOKENS, text.language(), 1, scene, primary);
        Toponym filed = hints.dateline() == null ? null : names.single(hints.dateline(), text.language());
        if (filed != null) {
            scene.add(filed, DATELINE);
            primary.addDateline(filed);
        }
        List<PlaceMention> some = mentions.size() > MOST_MENTIONS ? mentions.subList(0, MOST_MENTIONS) : mentions;
        return new ArticlePlaces(text, names, scene, primary).resolve(some);
    }

    private void addDemonyms(
            Tokens tokens, int limit, String language, double weight, Scene scene, PrimaryPlace primary) {
        int end = Math.min(tokens.size(), limit);
        for (int i = 0; i < end; i++) {
            Gazetteer.Match match = tokens.isCapital(i) ? gazetteer.match(tokens, i, end, language) : null;
            if (match != null && match.place().kind() == KnownPlace.Kind.DEMONYM) {
                scene.add(match.place().country(), weight * DEMONYM);
                primary.addAdjective(match.place().country(), weight);
            }
        }
    }

    /** What may be a place by its name alone, for languages without a tagger of spans. In the order of the text, title first. */
    public List<PlaceMention> find(Prepared text) {
        return finder.find(text);
    }
}
