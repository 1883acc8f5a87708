package dev.dateline.enrich.identify;

/**
 * One revision of an article, as its owner remembers it.
 *
 * @param sourceId who delivered this revision: its raw record is booked there
 * @param originalId the article it is a copy of; null when it is an original or nothing is known yet
 * @param copiesSeen copies of it known when it was answered
 */
public record Version(
        int revision,
        String sourceId,
        String contentHash,
        String wordsHash,
        VersionStatus status,
        String originalId,
        int copiesSeen) {

    static Version asked(int revision, String sourceId, String contentHash, String wordsHash) {
        return new Version(revision, sourceId, contentHash, wordsHash, VersionStatus.ASKED, null, 0);
    }

    public Version with(VersionStatus newStatus) {
        return new Version(revision, sourceId, contentHash, wordsHash, newStatus, originalId, copiesSeen);
    }

    /** The same revision with the group's answer. */
    public Version answered(VersionStatus newStatus, String newOriginalId, int newCopiesSeen) {
        return new Version(revision, sourceId, contentHash, wordsHash, newStatus, newOriginalId, newCopiesSeen);
    }
}
