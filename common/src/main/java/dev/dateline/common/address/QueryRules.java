package dev.dateline.common.address;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The query: its parameters without those that name no article, sorted by name. */
final class QueryRules {
    private static final String ESCAPED_AMPERSAND = "amp;";

    private QueryRules() {}

    /**
     * The parameters that remain, sorted by name; those of one name keep their order, which may mean something.
     *
     * @param query as written; null is an empty one
     */
    static List<String> parameters(String query) {
        List<String> kept = new ArrayList<>();
        if (query == null) {
            return kept;
        }
        for (String written : PercentCode.normalized(query, PercentCode.QUERY).split("&", -1)) {
            String parameter = written;
            while (parameter.startsWith(ESCAPED_AMPERSAND)) { // a link copied from HTML source
                parameter = parameter.substring(ESCAPED_AMPERSAND.length());
            }
            if (!parameter.isEmpty() && !IgnoredParameters.ignores(name(parameter), value(parameter))) {
                kept.add(parameter);
            }
        }
        kept.sort(Comparator.comparing(QueryRules::name));
        return kept;
    }

    /** The value of the first of these parameters, as written; null when there is none. */
    static String valueOf(List<String> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> name(parameter).equals(name))
                .map(QueryRules::value)
                .findFirst()
                .orElse(null);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String value(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? "" : parameter.substring(equals + 1);
    }
}
