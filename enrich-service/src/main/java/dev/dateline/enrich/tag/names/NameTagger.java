package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.Entity;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.text.Prepared;
import java.util.List;
import java.util.Map;

/**
 * People, organisations and places that an article names, by rules: capitalised runs, cue words beside them and a gazetteer of
 * countries. Only languages that capitalise names have any.
 *
 * <p>Immutable and thread-safe.
 */
public final class NameTagger {
    /** Entities of an article at most. */
    public static final int MAX_ENTITIES = NameBook.MAX_ENTITIES;

    /** Mentions of an entity at most. */
    public static final int MAX_MENTIONS = NameBook.MAX_MENTIONS;

    public static final String VERSION = "dateline-name-rules-1";

    /**
     * The names of one article.
     *
     * @param countries mentions per ISO 3166-1 alpha-2 code, those in the title twice, in the order of the text
     */
    public record Names(List<Entity> entities, Map<String, Integer> countries) {}

    private final Gazetteer gazetteer;

    public NameTagger(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    public Names tag(Prepared text) {
        NameBook book = new NameBook();
        new BodyNames(text.body(), text.language(), gazetteer, book).read();
        new TitleNames(text.title(), text.language(), gazetteer, book).read();
        return new Names(book.entities(), book.countries());
    }
}
