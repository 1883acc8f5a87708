package dev.dateline.enrich.tag.spans.train;

import dev.dateline.common.model.EntityType;
import java.util.List;

/**
 * A sentence, headline or tweet whose names are known.
 *
 * @param article what it was taken from; all texts of one article are held out together
 * @param names in the order of the text, none overlapping
 */
record LabelledText(Source source, String article, String text, List<Name> names) {

    /** UTF-16 offsets, end exclusive. */
    record Name(int start, int end, EntityType type) {}

    /**
     * Where texts come from.
     *
     * @param labelsMisc false: what it leaves out may still be a name of type MISC
     * @param weight how much a text counts in training
     */
    record Source(String name, boolean labelsMisc, double weight) {}

    static final String NEWS = "news";

    boolean isNews() {
        return source.name().equals(NEWS);
    }
}
