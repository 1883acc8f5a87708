package dev.dateline.enrich.identify;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One revision of an article, as its owner remembers it.
 *
 * @param sourceId who delivered this revision: its raw record is booked there
 * @param providerVersion the newest mark under which its source delivered this content; null when it gave none
 * @param rawPartition where its raw record is, with {@code rawOffset}: the text is read again when a copy turns out an original
 */
public record Version(
        int revision,
        String sourceId,
        ProviderVersion providerVersion,
        String contentHash,
        VersionStatus status,
        int rawPartition,
        long rawOffset) {

    static Version asked(String sourceId, ProviderVersion providerVersion, String contentHash, RawPlace raw) {
        return new Version(
                1, sourceId, providerVersion, contentHash, VersionStatus.ASKED, raw.partition(), raw.offset());
    }

    public Version with(VersionStatus newStatus) {
        return new Version(revision, sourceId, providerVersion, contentHash, newStatus, rawPartition, rawOffset);
    }

    /** The same content under another revision. */
    Version as(int otherRevision) {
        return new Version(
                otherRevision, sourceId, providerVersion, contentHash, VersionStatus.ASKED, rawPartition, rawOffset);
    }

    /** The same revision after its content came again under a mark that may be newer. */
    Version confirmedBy(Version delivery) {
        boolean newer = sourceId.equals(delivery.sourceId)
                && delivery.providerVersion != null
                && (providerVersion == null || providerVersion.isBefore(delivery.providerVersion));
        return newer
                ? new Version(
                        revision, sourceId, delivery.providerVersion, contentHash, status, rawPartition, rawOffset)
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

    @JsonIgnore
    public RawPlace raw() {
        return new RawPlace(rawPartition, rawOffset);
    }
}
