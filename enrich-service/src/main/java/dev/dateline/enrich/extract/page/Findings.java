package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.article.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects which rule gave each field of a page. */
final class Findings {
    private static final int LONGEST_STATED = 300;

    private final List<Finding> all = new ArrayList<>();

    /** Notes a field's rule, and returns the value that it gave. */
    String add(String field, FieldSource from, String rule, String value) {
        all.add(new Finding(field, from, rule, value.substring(0, Math.min(value.length(), LONGEST_STATED))));
        return value;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
