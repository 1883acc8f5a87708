package dev.dateline.enrich.identify;

/** What a delivery turned out to be. */
public sealed interface Identified {

    /** Word for word what we have. */
    record Resend(int revision) implements Identified {}

    /**
     * A new article, or a new revision of a known one.
     *
     * @param state what to remember from now on
     * @param version the new version within it, to be asked about
     */
    record Fresh(ArticleState state, Version version) implements Identified {}
}
