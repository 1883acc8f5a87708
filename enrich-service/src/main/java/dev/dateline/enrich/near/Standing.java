package dev.dateline.enrich.near;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where an article stands among its neighbours, as its owner knows it. An article is a copy of the earliest <em>original</em> among the
 * neighbours before it; if none of them is an original, it is one itself: the greedy independent set in the order of {@link Place}. Only the
 * earliest {@value Neighbours#MAX_EARLIER} count; if there are as many and all are copies, it is a copy of the same original as the first. That is
 * a function of the set of neighbours, so it can't depend on the order in which articles or messages arrive.
 *
 * <p>Whether a neighbour is an original, its own owner says. It is asked one neighbour after the other, the earliest first, until one is an
 * original; all of those tell when they change. As each waits for earlier ones only, nobody waits in a circle.
 *
 * @param revision the revision whose text was asked about
 * @param awaited the shares of the bands that have not answered yet, a bit each
 * @param earlier neighbours before it, the earliest {@value Neighbours#MAX_EARLIER}, ascending
 * @param copies how many after it are near, at least
 * @param verdict the last one; null before the first
 * @param judged the revision of the last verdict; 0 before the first
 * @param turn how many notices were given to followers
 */
public record Standing(
        int revision, long awaited, List<Known> earlier, int copies, Verdict verdict, int judged, int turn) {
    /** Of an article that nobody asked about yet. */
    public static final Standing NEW = new Standing(0, 0, List.of(), 0, null, 0, 0);

    /** The shares there can be: one bit each. */
    public static final int MAX_PARTITIONS = 62;

    private static final Comparator<Known> ORDER =
            Comparator.comparing(known -> known.neighbour().place());

    /** A revision's text is asked about at all shares of the bands. The last verdict holds until the next. */
    public Standing asked(int newRevision, int partitions) {
        return new Standing(newRevision, (1L << partitions) - 1, List.of(), 0, verdict, judged, turn);
    }

    /** A share of the bands answers. */
    public Standing answered(int partition, List<Neighbour> found, int later) {
        long left = awaited & ~(1L << partition);
        Standing next = new Standing(revision, left, earlier, Math.max(copies, later), verdict, judged, turn);
        for (Neighbour neighbour : found) {
            next = next.met(neighbour);
        }
        return next;
    }

    /** A neighbour before it has come late, or is met in another share. */
    public Standing met(Neighbour neighbour) {
        List<Known> next = new ArrayList<>(earlier);
        Optional<Known> met = known(neighbour.articleId());
        if (met.isPresent() && met.get().neighbour().revision() >= neighbour.revision()) {
            return this;
        }
        met.ifPresent(next::remove); // it was revised: what it said was about another text
        next.add(Known.of(neighbour));
        next.sort(ORDER);
        return withEarlier(next.subList(0, Math.min(next.size(), Neighbours.MAX_EARLIER)));
    }

    /** An earlier neighbour says what it is. One that was revised is near no more, unless it is met again. */
    public Standing told(Notice notice) {
        Optional<Known> about = known(notice.articleId());
        if (about.isEmpty() || about.get().neighbour().revision() > notice.revision()) {
            return this;
        }
        return about.get().neighbour().revision() < notice.revision()
                ? withEarlier(earlier.stream()
                        .filter(known -> !known.equals(about.get()))
                        .toList())
                : replacing(about.get(), known -> known.told(notice));
    }

    /** The neighbour that has to be asked next; none while one is asked, or when an original is known. */
    public Optional<Neighbour> toAsk() {
        for (Known known : earlier) {
            if (known.notice() == null) {
                return known.asked() ? Optional.empty() : Optional.of(known.neighbour());
            }
            if (known.notice().original()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The neighbour has been asked. */
    public Standing asking(Neighbour neighbour) {
        return known(neighbour.articleId())
                .map(known -> replacing(known, Known::whenAsked))
                .orElse(this);
    }

    /** What the article is; empty as long as something that could decide it is not known. */
    public Optional<Verdict> due() {
        if (awaited != 0) {
            return Optional.empty();
        }
        for (Known known : earlier) {
            if (known.notice() == null) {
                return Optional.empty();
            }
            if (known.notice().original()) {
                return Optional.of(Verdict.copyOf(
                        known.neighbour(), known.notice().verdict().card()));
            }
        }
        return Optional.of(throughCopies().orElse(Verdict.ORIGINAL));
    }

    /**
     * Who has as many copies before it as are kept is in a large group. Its original may be among those that are not kept, or may not have
     * reached everybody: it is that of the earliest copy.
     */
    private Optional<Verdict> throughCopies() {
        return earlier.size() < Neighbours.MAX_EARLIER
                ? Optional.empty()
                : earlier.stream()
                        .filter(known -> known.notice().verdict() != null)
                        .findFirst()
                        .map(known -> known.notice().verdict().through(known.neighbour()));
    }

    /** The verdict on the revision that was asked about. */
    public Standing judged(Verdict newVerdict) {
        return new Standing(revision, awaited, earlier, copies, newVerdict, revision, turn);
    }

    /** Followers are told once more. */
    public Standing nextTurn() {
        return new Standing(revision, awaited, earlier, copies, verdict, judged, turn + 1);
    }

    @JsonIgnore
    public boolean isJudged() {
        return judged != 0;
    }

    private Optional<Known> known(String articleId) {
        return earlier.stream()
                .filter(known -> known.neighbour().articleId().equals(articleId))
                .findFirst();
    }

    private Standing replacing(Known old, UnaryOperator<Known> change) {
        return withEarlier(earlier.stream()
                .map(known -> known.equals(old) ? change.apply(known) : known)
                .toList());
    }

    private Standing withEarlier(List<Known> next) {
        return new Standing(revision, awaited, List.copyOf(next), copies, verdict, judged, turn);
    }
}
