package dev.dateline.dashboard.articles;

import dev.dateline.common.model.EventStatus;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which events to show; null stands for any.
 *
 * @param topic a code or a name
 * @param entity a place's id, {@code TYPE:name}, or a name in any case
 * @param place id or name of the primary place
 * @param country of the primary place, ISO 3166-1 alpha-2
 * @param box that the primary place lies in
 * @param status null for all but withdrawn
 * @param words beginnings of words that the title must have, all of them; neither case nor accents count
 * @param from of the time of receipt, epoch milliseconds, inclusive
 * @param to of the time of receipt, epoch milliseconds, exclusive
 */
public record ArticleFilter(
        String source,
        String topic,
        String entity,
        String place,
        String country,
        Box box,
        String language,
        EventStatus status,
        List<String> words,
        long from,
        long to) {
    private static final int MAX_VALUE = 200;
    private static final int MAX_WORDS = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /**
     * Reads {@code source, topic, entity, place, country, box, language, status, q, from, to}; other names are not looked at.
     *
     * @throws InvalidFilterException naming the parameter that is not valid
     */
    public static ArticleFilter of(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (value.length() > MAX_VALUE) {
                throw new InvalidFilterException(name, "at most " + MAX_VALUE + " characters");
            }
        });
        String query = text(parameters, "q");
        List<String> words = query == null ? List.of() : List.of(folded(query).split("\\s+"));
        if (words.size() > MAX_WORDS) {
            throw new InvalidFilterException("q", "at most " + MAX_WORDS + " words");
        }
        return new ArticleFilter(
                text(parameters, "source"),
                text(parameters, "topic"),
                text(parameters, "entity"),
                text(parameters, "place"),
                text(parameters, "country"),
                box(text(parameters, "box")),
                text(parameters, "language"),
                status(text(parameters, "status")),
                words,
                time(parameters, "from", Long.MIN_VALUE),
                time(parameters, "to", Long.MAX_VALUE));
    }

    private static String text(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static Box box(String text) {
        try {
            return text == null ? null : Box.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidFilterException("box", e.getMessage());
        }
    }

    private static EventStatus status(String text) {
        if (text == null) {
            return null;
        }
        try {
            return EventStatus.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidFilterException("status", "active, revised or withdrawn");
        }
    }

    private static long time(Map<String, String> parameters, String name, long otherwise) {
        String text = text(parameters, name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (RuntimeException e) {
            throw new InvalidFilterException(name, "a time such as 2026-11-23T06:00:00Z");
        }
    }

    boolean test(Row row) {
        long at = row.position().atMs();
        return at >= from
                && at < to
                && (source == null || source.equals(row.sourceId()))
                && (language == null || language.equalsIgnoreCase(row.language()))
                && (country == null || country.equalsIgnoreCase(row.country()))
                && (status == null ? row.status() != EventStatus.WITHDRAWN : row.status() == status)
                && (topic == null || row.topics().stream().anyMatch(tag -> tag.isMeantBy(topic)))
                && (entity == null || row.entities().stream().anyMatch(tag -> tag.isMeantBy(entity)))
                && (place == null || (row.place() != null && row.place().tag().isMeantBy(place)))
                && (box == null || (row.place() != null && box.holds(row.place())))
                && hasWords(row.title());
    }

    private boolean hasWords(String title) {
        if (words.isEmpty()) {
            return true;
        }
        if (title == null) {
            return false;
        }
        String folded = folded(title);
        return words.stream().allMatch(word -> hasWord(folded, word));
    }

    private static boolean hasWord(String title, String beginning) {
        for (int at = title.indexOf(beginning); at >= 0; at = title.indexOf(beginning, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Without case and accents. Letters that are no letter with an accent, such as ø and ß, stay what they are. */
    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                        .replaceAll("");
            }
        }
        return lower;
    }
}
