package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.Prepared;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which place of the world each mention of an article stands for.
 *
 * <p>Immutable and thread-safe.
 */
public final class PlaceResolver {
    private PlaceResolver() {}

    /**
     * Reads the packed gazetteer.
     *
     * @param languages codes of the languages whose country names may be asked for
     */
    public static PlaceResolver load(Set<String> languages) {
        return new PlaceResolver();
    }

    /**
     * The places of an article, all together, because they explain each other.
     *
     * @param mentions what is thought to be a place, in any order; people and organisations must not be among them
     */
    public PlacesOfArticle resolve(Prepared text, List<PlaceMention> mentions, PlaceHints hints) {
        return new PlacesOfArticle(Map.of(), null, null);
    }

    /** What may be a place by its name alone, for languages without a tagger of spans. In the order of the text, title first. */
    public List<PlaceMention> find(Prepared text) {
        return List.of();
    }
}
