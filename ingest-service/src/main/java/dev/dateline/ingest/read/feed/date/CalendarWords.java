package dev.dateline.ingest.read.feed.date;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of months and weekdays in the languages of most feeds, as the JDK's CLDR has them. A name that means two months in two languages
 * is left out, unless one of them is English.
 */
final class CalendarWords {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "ru", "uk", "ro", "hu", "el", "tr",
            "id");
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Pattern DOTS = Pattern.compile("\\.++$");
    private static final int SHORTEST = 3;
    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> WEEKDAYS = weekdays();

    private CalendarWords() {}

    /** 1 to 12; 0 when the word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(folded(word), 0);
    }

    static boolean isWeekday(String word) {
        return WEEKDAYS.contains(folded(word));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        Set<String> english = new HashSet<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = folded(month.getDisplayName(style, locale));
                    if (language.equals("en")) {
                        english.add(name);
                        // "September" and "Sept" are as usual as "Sep".
                        months.put(name.substring(0, SHORTEST), month.getValue());
                        english.add(name.substring(0, SHORTEST));
                    }
                    Integer before = name.length() < SHORTEST ? null : months.putIfAbsent(name, month.getValue());
                    if (before != null && before != month.getValue() && !english.contains(name)) {
                        months.put(name, 0);
                    }
                }
            }
        }
        return Map.copyOf(months);
    }

    private static Set<String> weekdays() {
        Set<String> weekdays = new HashSet<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : STYLES) {
                    weekdays.add(folded(day.getDisplayName(style, locale)));
                }
            }
            for (String name : DateFormatSymbols.getInstance(locale).getShortWeekdays()) {
                weekdays.add(folded(name));
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = folded(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            weekdays.add(name.substring(0, SHORTEST));
            weekdays.add(name.substring(0, SHORTEST + 1));
        }
        weekdays.remove("");
        return Set.copyOf(weekdays);
    }

    /** In lower case, without accents and a closing dot: feeds leave out either. */
    private static String folded(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return DOTS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
