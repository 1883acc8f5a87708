package dev.dateline.standalone.explain;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.MentionSource;
import dev.dateline.common.model.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to say of an entity, on one line: how sure and how salient it is, where it is, and which words stand for it and why. */
final class EntityLine {
    /** Ways of writing a name that are shown. */
    private static final int MAX_SURFACES = 5;

    private EntityLine() {}

    static String of(Entity entity) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "salience %.2f, confidence %.2f", entity.salience(), entity.confidence()));
        if (entity.place() != null) {
            line.append("; ").append(described(entity.place()));
        } else if (entity.countryOf() != null) {
            line.append("; of ").append(entity.countryOf());
        }
        Map<String, List<Mention>> bySurface = entity.mentions().stream()
                .collect(Collectors.groupingBy(Mention::surface, LinkedHashMap::new, Collectors.toList()));
        line.append("; ")
                .append(bySurface.entrySet().stream()
                        .limit(MAX_SURFACES)
                        .map(each -> described(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")));
        int more = bySurface.size() - MAX_SURFACES;
        return more > 0 ? line + " and " + more + " more" : line.toString();
    }

    static String described(Place place) {
        String part = place.admin1() == null || place.admin1().equals(place.name()) ? "" : place.admin1() + ", ";
        String where = String.format(Locale.ROOT, "%s%s, %.2f %.2f", part, place.country(), place.lat(), place.lon());
        return place.name() + " (" + where + ")";
    }

    private static String described(String surface, List<Mention> mentions) {
        Map<MentionSource, Long> reasons = mentions.stream()
                .collect(Collectors.groupingBy(Mention::from, LinkedHashMap::new, Collectors.counting()));
        String why = reasons.entrySet().stream()
                .map(each -> (reasons.size() > 1 ? each.getValue() + " " : "") + why(each.getKey()))
                .collect(Collectors.joining(", "));
        String times = mentions.size() > 1 ? " " + mentions.size() + "x" : "";
        return "\"" + surface + "\"" + times + " by " + why;
    }

    private static String why(MentionSource from) {
        return switch (from) {
            case TAGGER -> "the tagger";
            case REPEAT -> "repetition";
            case ALIAS -> "the table of names";
            case ACRONYM -> "its initials";
            case GAZETTEER -> "the gazetteer";
            case TITLE -> "the headline";
        };
    }
}
