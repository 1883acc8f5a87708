package dev.dateline.enrich.tag.text;

/** What stands between two neighbouring tokens, as far as it says whether they can belong together. */
public enum Gap {
    /** Nothing, or blanks on one line. */
    SPACE,
    /** One hyphen. */
    HYPHEN,
    /** One apostrophe: D’Angelo, l’Iran. */
    APOSTROPHE,
    /** The full stop of an abbreviation or initial, and blanks: J. Edgar, Mr. Smith. */
    ABBREVIATION,
    /** An ampersand, with or without blanks. */
    AMPERSAND,
    /** Anything else: the words are apart. */
    APART;

    /** Longest gap that can join; a longer one is {@link #APART}. */
    private static final int LONGEST = 4;

    public static Gap of(String text, int from, int to, boolean afterAbbreviation) {
        if (to - from > LONGEST) {
            return APART;
        }
        Gap gap = SPACE;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            Gap here =
                    switch (c) {
                        case ' ', '\t', '\u00a0', '\u202f' -> SPACE;
                        case '-', '\u2010', '\u2011' -> to - from == 1 ? HYPHEN : APART;
                        case '\'', '\u2019' -> to - from == 1 ? APOSTROPHE : APART;
                        case '.' -> afterAbbreviation && i == from ? ABBREVIATION : APART;
                        case '&' -> gap == SPACE ? AMPERSAND : APART;
                        default -> APART;
                    };
            if (here == APART) {
                return APART;
            }
            gap = here == SPACE ? gap : here;
        }
        return gap;
    }
}
