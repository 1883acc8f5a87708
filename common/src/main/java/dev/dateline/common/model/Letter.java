package dev.dateline.common.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * What one owner tells another so that copies are found ({@code news.letters.v1}), keyed by the article whose owner it goes to. Internal to
 * the enrich service.
 *
 * @param ownerPartition the partition it goes to, and has to be in
 * @param revision of the addressed article in an answer and for a late neighbour; of the sender's article in a notice and a follow
 * @param bandPartition the share of the bands that answers; only in an answer
 * @param neighbours earlier ones; in an answer and for a late neighbour
 * @param copies later neighbours seen; only in an answer
 * @param fromId the article that follows, gives notice, or is handed over
 * @param fromPartition its owner's partition; only in a follow
 * @param turn counts the notices about an article
 * @param original whether the sender's article is an original; only in a notice
 * @param originalId whose copy the sender's article is; only in the notice of a copy
 * @param originalPartition where that one's owner is
 * @param originalReceivedAt when that one came
 * @param words hash of the original's words; in a notice
 * @param series hash of the original's source and slug; in a notice
 * @param rawPartition where the raw record is that is handed over
 * @param rawOffset its offset there
 */
@RecordBuilder
public record Letter(
        LetterKind kind,
        String articleId,
        int ownerPartition,
        int revision,
        Integer bandPartition,
        List<Neighbour> neighbours,
        Integer copies,
        String fromId,
        Integer fromPartition,
        Integer turn,
        Boolean original,
        String originalId,
        Integer originalPartition,
        Instant originalReceivedAt,
        String words,
        String series,
        Integer rawPartition,
        Long rawOffset) {

    /**
     * An article near another one.
     *
     * @param ownerPartition where its owner is
     * @param similarity how much of the smaller text is in the larger, estimated, 0 to 1
     */
    public record Neighbour(
            String articleId,
            int revision,
            int ownerPartition,
            Instant publishedAt,
            Instant receivedAt,
            double similarity) {}
}
