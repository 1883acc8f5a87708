package dev.dateline.standalone.explain;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.near.Comparison;
import dev.dateline.standalone.compare.Passage;
import java.time.Instant;
import java.util.List;

/**
 * Why two articles are copies of each other or not.
 *
 * @param says the verdict in a sentence
 * @param copies whether the service would take the two, and no others, for copies
 * @param original the article id of the one that would be the original; null when they are no copies
 * @param originalBecause why that one
 * @param estimated what the service sees: from the sketches
 * @param exact from the texts
 * @param numbers of the texts
 * @param apart time between the publications, in words
 */
public record PairExplanation(
        Side a,
        Side b,
        String says,
        boolean copies,
        String original,
        String originalBecause,
        Comparison.Judgement judgement,
        Similarity estimated,
        Similarity exact,
        Bands bands,
        Numbers numbers,
        String apart) {

    /**
     * One of the two.
     *
     * @param name of the file
     * @param publishedFrom where the time comes from
     * @param words of the body
     * @param shingles as the sketch counts them
     * @param exactShingles as they are
     * @param numbers in the sketch
     * @param passages the body in pieces that the other has, too, or has not
     */
    public record Side(
            String name,
            String articleId,
            String source,
            String title,
            Instant publishedAt,
            FieldSource publishedFrom,
            Instant receivedAt,
            int words,
            int shingles,
            int exactShingles,
            int numbers,
            List<Passage> passages) {}

    /**
     * How much two texts have in common.
     *
     * @param jaccard share of common shingles among all of both
     * @param containment share of the smaller text's shingles that the other has
     */
    public record Similarity(double jaccard, double containment) {}

    /**
     * Where the two would meet.
     *
     * @param shared bands with the same key; without any the two are never compared
     * @param chance that texts with this exact Jaccard similarity share one: 1-(1-J^r)^b
     */
    public record Bands(int shared, int all, int rows, double chance) {}

    /**
     * The numbers of both, as they are written.
     *
     * @param rule how the rule counts them: shared ones and those of the text with fewer
     */
    public record Numbers(List<String> common, List<String> onlyA, List<String> onlyB, Counted rule) {}

    /** What the sketches hold. */
    public record Counted(int shared, int fewer) {}
}
