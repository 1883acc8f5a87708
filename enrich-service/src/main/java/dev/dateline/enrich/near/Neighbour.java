package dev.dateline.enrich.near;

/**
 * Another member that is a copy, and how much of the smaller text is in the larger.
 *
 * @param revision the neighbour's revision that was compared
 * @param ownerPartition the partition that the neighbour waits in
 * @param similarity estimated containment, 0 to 1
 */
public record Neighbour(Place place, int revision, int ownerPartition, double similarity) {
    public String articleId() {
        return place.articleId();
    }
}
