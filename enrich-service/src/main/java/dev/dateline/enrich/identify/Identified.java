package dev.dateline.enrich.identify;

/** What a delivery turned out to be. */
public sealed interface Identified {

    /** What to remember of the article from now on. */
    ArticleState state();

    /** Word for word what we have. */
    record Resend(ArticleState state, int revision) implements Identified {}

    /** A version older than the one that stands, come late: not published, for the newer one must not be replaced. */
    record Outdated(ArticleState state) implements Identified {}

    /**
     * A new article, or a new revision of a known one.
     *
     * @param version the new version within the state, to be asked about
     */
    record Fresh(ArticleState state, Version version) implements Identified {}
}
