package dev.dateline.enrich.identify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dateline.enrich.near.Card;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.near.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an article's owner remembers of it: enough to tell a resend from a revision, and to withdraw its event later.
 *
 * @param firstPublishedAt with {@code firstReceivedAt} the earliest place that one of its versions had: a revision does not make an
 *     original younger than its copies
 * @param words hash of the words of the latest version
 * @param versions in order of revision, the last {@value #MAX_VERSIONS}
 * @param standing among its neighbours
 * @param assignments how many assignments to an original were published: the version of the last one
 */
public record ArticleState(
        String articleId,
        String sourceId,
        String sourceName,
        String url,
        String title,
        Instant publishedAt,
        Instant receivedAt,
        Instant firstPublishedAt,
        Instant firstReceivedAt,
        String words,
        List<Version> versions,
        Standing standing,
        int assignments) {

    /** A liveblog has many revisions; only the latest can come again as a resend. */
    static final int MAX_VERSIONS = 16;

    public Optional<Version> version(int revision) {
        return versions.stream()
                .filter(version -> version.revision() == revision)
                .findFirst();
    }

    @JsonIgnore
    public Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The revision that consumers see now. */
    @JsonIgnore
    public Optional<Version> published() {
        return versions.stream()
                .filter(version -> version.status().published())
                .max(Comparator.comparingInt(Version::revision));
    }

    /** The earliest revision that has not found its end. */
    @JsonIgnore
    public Optional<Version> firstUnsettled() {
        return versions.stream().filter(version -> !version.status().settled()).findFirst();
    }

    /** This state with one version added or replaced. */
    public ArticleState with(Version changed) {
        List<Version> next = new ArrayList<>(versions);
        next.removeIf(version -> version.revision() == changed.revision());
        next.add(changed);
        next.sort(Comparator.comparingInt(Version::revision));
        while (next.size() > MAX_VERSIONS && next.get(0).status().settled()) {
            next.remove(0);
        }
        return with(List.copyOf(next), standing, assignments);
    }

    /** This state, with what is known of the article's earlier versions. */
    ArticleState continuing(ArticleState known) {
        return with(known.versions, known.standing, known.assignments);
    }

    public ArticleState with(Standing changed) {
        return with(versions, changed, assignments);
    }

    public ArticleState withAssignment() {
        return with(versions, standing, assignments + 1);
    }

    /** What it tells of itself to its copies. */
    @JsonIgnore
    public Card card() {
        return new Card(words, Series.of(sourceId, title).key());
    }

    /** Its place in the order that makes an original. */
    @JsonIgnore
    public Place place() {
        return new Place(firstPublishedAt, firstReceivedAt, articleId);
    }

    private ArticleState with(List<Version> newVersions, Standing newStanding, int newAssignments) {
        return new ArticleState(
                articleId,
                sourceId,
                sourceName,
                url,
                title,
                publishedAt,
                receivedAt,
                firstPublishedAt,
                firstReceivedAt,
                words,
                newVersions,
                newStanding,
                newAssignments);
    }
}
