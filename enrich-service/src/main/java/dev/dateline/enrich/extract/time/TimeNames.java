package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.WordFile;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of time lines: months and weekdays in the languages we read, zone abbreviations, and what stands around them. */
final class TimeNames {
    private static final String AMBIGUOUS = "ambiguous";
    private static final Map<String, Integer> MONTHS = numbers("months.txt");
    private static final Map<String, Integer> WEEKDAYS = numbers("weekdays.txt");
    private static final Map<String, String> ZONE_KEYS = WordFile.keysByWord("zones.txt");
    private static final Map<String, ZoneId> ZONES = ZONE_KEYS.values().stream()
            .distinct()
            .filter(key -> !key.equals(AMBIGUOUS))
            .collect(Collectors.toUnmodifiableMap(key -> key, ZoneId::of));
    private static final Map<String, String> SENSES = WordFile.keysByWord("time-words.txt");

    private TimeNames() {}

    /** 1 to 12, or 0 when the word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(Fold.all(word), 0);
    }

    /** The day, or null when the word is no weekday. */
    static DayOfWeek weekday(String word) {
        Integer number = WEEKDAYS.get(Fold.all(word));
        return number == null ? null : DayOfWeek.of(number);
    }

    /** Whether a word, written exactly so, names a zone; {@code et} is a French word, {@code ET} a zone. */
    static boolean isZone(String word) {
        return ZONE_KEYS.containsKey(word);
    }

    /** The zone a word names, or null when it names several. */
    static ZoneId zone(String word) {
        return ZONES.get(ZONE_KEYS.get(word));
    }

    /** {@code published}, {@code updated}, {@code filler}, {@code unit} or {@code ago}; null for a word of prose. */
    static String sense(String word) {
        return SENSES.get(Fold.all(word));
    }

    private static Map<String, Integer> numbers(String name) {
        return WordFile.keysByWord(name).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Integer.valueOf(entry.getValue())));
    }
}
