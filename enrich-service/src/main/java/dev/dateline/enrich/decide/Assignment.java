package dev.dateline.enrich.decide;

import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;

/**
 * Whose copy an article is.
 *
 * @param ownerPartition where the original's owner is
 * @param similarity how much of the smaller text is in the larger, 0 to 1
 * @param version counts the assignments of this copy
 * @param handOver true when the text has to be handed to the original's owner, as a revision of it
 */
public record Assignment(
        String originalId,
        int ownerPartition,
        DuplicateKind kind,
        double similarity,
        int version,
        DuplicateReason reason,
        boolean handOver) {}
