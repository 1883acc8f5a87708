package dev.dateline.ingest.access;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import java.time.Clock;
import java.util.List;

/** Who sends a request, and what their key allows them. */
public final class Caller {
    private static final Caller ANYBODY = new Caller(null, Clock.systemUTC());

    private final KnownKey key;
    private final Clock clock;

    private Caller(KnownKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Where no key is needed. */
    public static Caller anybody() {
        return ANYBODY;
    }

    static Caller with(KnownKey key, Clock clock) {
        return new Caller(key, clock);
    }

    /**
     * The source a request's articles are of, unless they say so themselves: as the request says, else the one its key is bound to.
     *
     * @param given by the request; null when it gives none
     * @throws ProblemException forbidden when the key is bound to another
     */
    public String source(String given) {
        String bound = key == null ? null : key.key().sourceId();
        if (bound != null && given != null && !bound.equals(given)) {
            throw forbidden("this key sends for source \"" + bound + "\" only; send " + bound + " or leave it out");
        }
        return given == null ? bound : given;
    }

    /**
     * Lets one article pass and counts it.
     *
     * @param sourceId as the article has it in the end; null when it has none
     * @throws ProblemException forbidden when the key is bound to another source, quota-used-up
     */
    public void send(String sourceId) {
        if (key == null) {
            return;
        }
        source(sourceId);
        if (!key.takeArticle(clock.instant())) {
            throw key.usedUp(clock.instant());
        }
    }

    /** The key's limits as they stand; none where it has none. */
    public List<Limit> limits() {
        return key == null ? List.of() : key.limits(clock.instant()).toList();
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.ofField(ProblemType.FORBIDDEN, "source_id", detail));
    }
}
