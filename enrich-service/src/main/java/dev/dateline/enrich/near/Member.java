package dev.dateline.enrich.near;

import dev.dateline.enrich.sketch.Sketch;

/**
 * An article as the owner of a share of the bands keeps it, and the question that its own owner asks there.
 *
 * @param revision the one that is sketched; a later one takes its place
 * @param ownerPartition where answers go: the partition that the article waits in
 * @param sketch with the bands of one partition only
 */
public record Member(Place place, int revision, int ownerPartition, Sketch sketch) {
    public String articleId() {
        return place.articleId();
    }
}
