package dev.dateline.enrich.decide;

import dev.dateline.common.model.DuplicateReason;
import dev.dateline.enrich.identify.ArticleState;

/** What has to be published about one revision of an article; {@code state} is the article's state once it is done. */
public sealed interface Decision {
    ArticleState state();

    int revision();

    /**
     * An original: tag it and publish its event.
     *
     * @param copiesSeen copies of it known so far
     * @param wasCopy true when the revision before was published as a copy: that assignment no longer holds
     */
    record Publish(ArticleState state, int revision, int copiesSeen, boolean wasCopy) implements Decision {}

    /**
     * A copy: publish the assignment.
     *
     * @param assignment the assignment's version
     * @param reason why it is published
     * @param newly true when the raw record finds its end with this, false when an assignment changes
     */
    record Assign(
            ArticleState state, int revision, String originalId, int assignment, DuplicateReason reason, boolean newly)
            implements Decision {}

    /**
     * An event that consumers have seen turns out to be a copy's: withdraw it and publish the assignment.
     *
     * @param newly true when the copy is a new revision, false when the published revision itself turned out a copy
     */
    record Withdraw(
            ArticleState state, int revision, String originalId, int assignment, DuplicateReason reason, boolean newly)
            implements Decision {}
}
