package dev.dateline.enrich.decide;

import dev.dateline.enrich.identify.ArticleState;

/** What has to be published about one revision of an article; {@code state} is the article's state once it is done. */
public sealed interface Decision {
    ArticleState state();

    int revision();

    Booking booking();

    /**
     * An original: tag it and publish its event.
     *
     * @param copiesSeen copies of it known so far
     * @param wasCopy true when it was published as a copy before: that assignment no longer holds
     */
    record Publish(ArticleState state, int revision, Booking booking, int copiesSeen, boolean wasCopy)
            implements Decision {}

    /** A copy: publish the assignment. */
    record Assign(ArticleState state, int revision, Booking booking, Assignment assignment) implements Decision {}

    /** An event that consumers have seen turns out to be a copy's: withdraw it and publish the assignment. */
    record Withdraw(ArticleState state, int revision, Booking booking, Assignment assignment) implements Decision {}
}
