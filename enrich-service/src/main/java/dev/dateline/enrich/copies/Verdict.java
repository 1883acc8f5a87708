package dev.dateline.enrich.copies;

import dev.dateline.common.model.DuplicateReason;

/**
 * The group's answer to one of its members.
 *
 * @param originalId the article it is a copy of; null when it is the original itself
 * @param copiesSeen for an original: how many copies of it are known
 * @param reason why it is said now
 */
public record Verdict(
        String articleId, int revision, int ownerPartition, String originalId, int copiesSeen, DuplicateReason reason) {

    public boolean isOriginal() {
        return originalId == null;
    }
}
