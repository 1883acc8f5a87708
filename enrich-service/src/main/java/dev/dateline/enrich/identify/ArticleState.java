package dev.dateline.enrich.identify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an article's owner remembers of it: enough to tell a resend from a revision, and to withdraw its event later.
 *
 * @param versions in order of revision, the last {@value #MAX_VERSIONS}
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
        List<Version> versions,
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
                .filter(version -> version.status() == VersionStatus.EVENT || version.status() == VersionStatus.COPY)
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
        return new ArticleState(
                articleId, sourceId, sourceName, url, title, publishedAt, receivedAt, List.copyOf(next), assignments);
    }

    public ArticleState withAssignment() {
        return new ArticleState(
                articleId, sourceId, sourceName, url, title, publishedAt, receivedAt, versions, assignments + 1);
    }
}
