package dev.dateline.simulator.grammar;

import java.util.Locale;

/** What a template may name in braces, in lower case: {@code {city}}. */
public enum Fact {
    /** Where it happened. */
    CITY,
    COUNTRY,
    DEMONYM,
    CAPITAL,
    NEIGHBOUR,
    /** The persons of the story: introduced with their role once, then by family name. */
    P1,
    P2,
    P3,
    ORG1,
    ORG2,
    /** What the topic is about; each topic says what that is. */
    THING,
    THING2,
    /** A small count, a larger one, one in the thousands. */
    N1,
    N2,
    N3,
    SUM,
    PCT,
    DAY,
    PREVDAY,
    /** The outlet that tells the story, and the one that adds a local paragraph to it. */
    SOURCE,
    LOCALCITY,
    LOCALNAME,
    /** Different at each use: another weekday, month, country, place, person, amount. */
    WEEKDAY,
    MONTH,
    ABROAD,
    PLACE,
    SOMEONE,
    AMOUNT;

    static Fact named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
