package dev.dateline.enrich.tag;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.tone.ToneTagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which kinds of tags are made for which languages. Kinds that are not listed are made for all. */
final class Support {
    /** Where names are told by more than their capital letters. */
    private static final Set<String> ENTITIES = Set.of("en");

    private static final Set<String> TOPICS = Set.of("en");

    private Support() {}

    /**
     * The kinds of tags that an article does not get, or only roughly, for its language.
     *
     * @return names of fields in the event; null when there are none
     */
    static List<String> missing(String language, Article article) {
        List<String> missing = new ArrayList<>();
        if (!ENTITIES.contains(language)) {
            missing.add("entities");
        }
        // A producer's section tells a topic in any language.
        if (!TOPICS.contains(language) && article.section() == null) {
            missing.add("topics");
        }
        if (!ToneTagger.LANGUAGES.contains(language)) {
            missing.add("tone");
        }
        return missing.isEmpty() ? null : List.copyOf(missing);
    }
}
