package dev.dateline.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * What a delivery really is.
 *
 * @param number the delivery's number, from 0
 * @param articleId as {@link dev.dateline.common.model.ArticleId#ofProvider} gives it; for {@link Channel#TOPIC} the record's key
 * @param storyId articles about the same happening share it, copies or not; null for malformed deliveries
 * @param revision 1 for the first text of an article, the number of the text sent for revisions and resends
 * @param copyOf the article it was copied from; null unless it is a copy
 * @param original the earliest published article of its group, itself when it is no copy; null for malformed deliveries
 * @param updates the article of the same source that it is a new version of under another id; null unless it is an update
 * @param translationOf the article whose story it tells in another language; null unless it is a translation
 * @param series shared by the articles that fill in one form; null for others
 * @param changes what sets the delivery apart, sorted: see docs/simulator.md
 * @param exact whether a copy's paragraphs have the same words in the same order as its original's first revision
 * @param containment for copies and updates, against the original's first revision, four decimals: the share of the shorter text's
 *     distinct 5-word shingles that the longer one has
 * @param jaccard likewise: the share of all shingles of the two texts that both have
 * @param expected where it ends in a pipeline without mistakes
 * @param topic IPTC Media Topic of the story; null for malformed deliveries
 */
@RecordBuilder
public record Truth(
        long number,
        String sourceId,
        String articleId,
        String storyId,
        Kind kind,
        int revision,
        String copyOf,
        String original,
        String updates,
        String translationOf,
        String series,
        List<String> changes,
        boolean exact,
        Double containment,
        Double jaccard,
        Expected expected,
        Channel channel,
        Instant publishedAt,
        String language,
        String topic) {}
