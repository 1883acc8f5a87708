package dev.dateline.enrich.tag.text;

/**
 * The text of one article as all taggers see it: cut into tokens and sentences once, with its language. Not thread-safe.
 *
 * @param language BCP 47 subtag, {@code und} when unknown
 */
public record Prepared(Tokens title, Tokens body, String language) {
    /** Words that are looked at, of a body: more than any news article has. */
    public static final int MAX_BODY_TOKENS = 20_000;

    public static final int MAX_TITLE_TOKENS = 200;

    public static Prepared of(String title, String body, String language) {
        Stems stems = Stems.of(language);
        return new Prepared(Tokens.of(title, stems), Tokens.of(body, stems), language);
    }
}
