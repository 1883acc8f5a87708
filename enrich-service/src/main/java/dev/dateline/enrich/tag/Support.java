package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.names.NameTagger;
import dev.dateline.enrich.tag.tone.ToneTagger;
import dev.dateline.enrich.tag.topics.TopicTagger;
import java.util.ArrayList;
import java.util.List;

/** Which kinds of tags are made for which languages. Kinds that are not listed are made for all. */
final class Support {
    private Support() {}

    /**
     * The kinds of tags that an article of a language does not get, or only roughly.
     *
     * @return names of fields in the event; null when there are none
     */
    static List<String> missing(String language, TopicTagger topics) {
        List<String> missing = new ArrayList<>();
        if (!NameTagger.supports(language)) {
            missing.add("entities");
        }
        if (!topics.supports(language)) {
            missing.add("topics");
        }
        if (!ToneTagger.LANGUAGES.contains(language)) {
            missing.add("tone");
        }
        return missing.isEmpty() ? null : List.copyOf(missing);
    }
}
