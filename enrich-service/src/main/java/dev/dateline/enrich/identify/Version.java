package dev.dateline.enrich.identify;

/**
 * One revision of an article, as its owner remembers it.
 *
 * @param sourceId who delivered this revision: its raw record is booked there
 * @param providerVersion the newest mark under which its source delivered this content; null when it gave none
 * @param originalId the article it is a copy of; null when it is an original or nothing is known yet
 * @param copiesSeen copies of it known when it was answered
 */
public record Version(
        int revision,
        String sourceId,
        ProviderVersion providerVersion,
        String contentHash,
        String wordsHash,
        VersionStatus status,
        String originalId,
        int copiesSeen) {

    static Version asked(
            int revision, String sourceId, ProviderVersion providerVersion, String contentHash, String wordsHash) {
        return new Version(revision, sourceId, providerVersion, contentHash, wordsHash, VersionStatus.ASKED, null, 0);
    }

    public Version with(VersionStatus newStatus) {
        return answered(newStatus, originalId, copiesSeen);
    }

    /** The same revision with the group's answer. */
    public Version answered(VersionStatus newStatus, String newOriginalId, int newCopiesSeen) {
        return new Version(
                revision, sourceId, providerVersion, contentHash, wordsHash, newStatus, newOriginalId, newCopiesSeen);
    }

    /** The same content under another revision. */
    Version as(int otherRevision) {
        return asked(otherRevision, sourceId, providerVersion, contentHash, wordsHash);
    }

    /** The same revision after its content came again under a mark that may be newer. */
    Version confirmedBy(Version delivery) {
        boolean newer = sourceId.equals(delivery.sourceId)
                && delivery.providerVersion != null
                && (providerVersion == null || providerVersion.isBefore(delivery.providerVersion));
        return newer
                ? new Version(
                        revision,
                        sourceId,
                        delivery.providerVersion,
                        contentHash,
                        wordsHash,
                        status,
                        originalId,
                        copiesSeen)
                : this;
    }

    /** Whether the source itself says that this is older than the other; marks of two sources say nothing of each other. */
    boolean isOlderThan(Version other) {
        return sourceId.equals(other.sourceId)
                && providerVersion != null
                && other.providerVersion != null
                && providerVersion.isBefore(other.providerVersion);
    }

    /** Whether consumers see it, or will: a refused one stands in nobody's way. */
    boolean stands() {
        return status != VersionStatus.DEAD_LETTER;
    }
}
