package dev.dateline.enrich.tag;

import dev.dateline.common.model.Entity;
import java.util.List;
import java.util.Map;

/**
 * People, organisations and places that an article names, by rules: capitalised runs, cue words beside them and a gazetteer of
 * countries. Only languages that capitalise names have any.
 *
 * <p>Immutable and thread-safe.
 */
final class NameTagger {
    static final String VERSION = "dateline-name-rules-1";

    /**
     * The names of one article.
     *
     * @param countries mentions per ISO 3166-1 alpha-2 code, those in the title twice, in the order of the text
     */
    record Names(List<Entity> entities, Map<String, Integer> countries) {}

    private final Gazetteer gazetteer;

    NameTagger(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    Names tag(Tokens title, Tokens body, String language) {
        NameBook book = new NameBook();
        new BodyNames(body, language, gazetteer, book).read();
        new TitleNames(title, language, gazetteer, book).read();
        return new Names(book.entities(), book.countries());
    }
}
