package dev.dateline.simulator;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/**
 * A language of the newswire: its topics, and how it writes days, months and numbers. The names are kept here because those of
 * the platform change with its locale data.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable: List.of
enum Language {
    EN(
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
            "January February March April May June July August September October November December",
            ',',
            '.',
            "$%s million",
            "arts conflict crime disaster economy education environment health labour politics science sport"),
    DE(
            "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            '.',
            ',',
            "%s Millionen Euro",
            "disaster politics"),
    FR(
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            ' ',
            ',',
            "%s millions d'euros",
            "disaster politics"),
    ES(
            "lunes martes miércoles jueves viernes sábado domingo",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            '.',
            ',',
            "%s millones de euros",
            "disaster politics");

    private final List<String> days;
    private final List<String> months;
    private final char thousandsMark;
    private final char decimalMark;
    private final String money;
    private final List<String> topics;

    Language(String days, String months, char thousandsMark, char decimalMark, String money, String topics) {
        this.days = words(days);
        this.months = words(months);
        this.thousandsMark = thousandsMark;
        this.decimalMark = decimalMark;
        this.money = money;
        this.topics = words(topics);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** BCP 47. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of its topics: its resource files, common ones aside. */
    List<String> topics() {
        return topics;
    }

    String day(DayOfWeek day) {
        return days.get(day.getValue() - 1);
    }

    List<String> days() {
        return days;
    }

    List<String> months() {
        return months;
    }

    String thousands(int number) {
        return number < 1000
                ? Integer.toString(number)
                : number / 1000 + "" + thousandsMark
                        + Integer.toString(1000 + number % 1000).substring(1);
    }

    String money(int tenthsOfMillions) {
        int tenths = tenthsOfMillions % 10;
        String amount = tenthsOfMillions / 10 + (tenths == 0 ? "" : "" + decimalMark + tenths);
        return money.replace("%s", amount);
    }
}
