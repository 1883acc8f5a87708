package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.near.CopySettings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts articles that came when one that they could be a copy of had been forgotten already. */
final class Late {
    private Late() {}

    /** How many there are, when the articles arrive in this order. */
    static long count(List<RawArticle> arrivals, CopySettings copies) {
        Deque<Kept> kept = new ArrayDeque<>();
        Instant now = Instant.EPOCH;
        Instant forgotten = Instant.MIN;
        long late = 0;
        for (RawArticle article : arrivals) {
            now = later(now, article.receivedAt());
            Instant oldest = now.minus(copies.retention());
            while (!kept.isEmpty() && kept.peek().since().isBefore(oldest)) {
                forgotten = later(forgotten, kept.remove().publishedAt());
            }
            late += forgotten.isBefore(article.publishedAt().minus(copies.rule().window())) ? 0 : 1;
            kept.add(new Kept(now, article.publishedAt()));
        }
        return late;
    }

    /**
     * An article that the bands know.
     *
     * @param since the time of receipt of the latest that had come by then
     */
    private record Kept(Instant since, Instant publishedAt) {}

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
