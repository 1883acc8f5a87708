package dev.dateline.ingest.publish;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The articles whose acknowledgement is still awaited, and whether Kafka has fallen silent about all of them.
 *
 * <p>A broker that is gone says nothing, so its silence is the sign: while anything is acknowledged, an article may wait its full
 * time (another partition's leader may be elected meanwhile); when nothing is, nobody has to wait for a timeout. Answering early is
 * allowed, because "unconfirmed" promises nothing and a resend is recognised.
 */
final class Unacknowledged {
    /** One article's wait; equal to itself alone. */
    static final class Wait {
        private final CompletableFuture<Delivery> delivery = new CompletableFuture<>();

        CompletableFuture<Delivery> delivery() {
            return delivery;
        }
    }

    private final Duration silentAfter;
    private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
    private final LongAdder written = new LongAdder();
    private volatile boolean silent;
    private long writtenBefore;
    private long quietSinceNanos;

    Unacknowledged(Duration silentAfter, long nowNanos) {
        this.silentAfter = silentAfter;
        this.quietSinceNanos = nowNanos;
    }

    /** One more article waits. */
    Wait enter() {
        Wait wait = new Wait();
        waiting.add(wait);
        return wait;
    }

    /** Kafka has it; and whoever acknowledges is not silent. */
    void written(Wait wait, Delivery.Written where) {
        waiting.remove(wait);
        written.increment();
        silent = false;
        wait.delivery.complete(where);
    }

    /** It came to another end. */
    void refused(Wait wait, Delivery refused) {
        waiting.remove(wait);
        wait.delivery.complete(refused);
    }

    /** Whether there is no use in handing over more: nothing was acknowledged for too long, and something still waits to be. */
    boolean isSilent() {
        return silent;
    }

    /**
     * Looks whether anything moved; to be called often, by one thread. Those that waited in vain are answered, but stay here: their
     * acknowledgements, or the end of the producer's tries, end the silence.
     *
     * @return how many were answered
     */
    int look(long nowNanos) {
        long writtenNow = written.sum();
        if (waiting.isEmpty() || writtenNow != writtenBefore) {
            writtenBefore = writtenNow;
            quietSinceNanos = nowNanos;
            silent = false;
            return 0;
        }
        if (nowNanos - quietSinceNanos < silentAfter.toNanos()) {
            return 0;
        }
        silent = true;
        int answered = 0;
        for (Wait wait : waiting) {
            if (wait.delivery.complete(Delivery.refused(Delivery.Cause.UNCONFIRMED))) {
                answered++;
            }
        }
        return answered;
    }
}
