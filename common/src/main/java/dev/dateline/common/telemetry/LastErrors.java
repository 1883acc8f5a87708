package dev.dateline.common.telemetry;

import dev.dateline.common.model.StreamsState.LastError;
import java.time.InstantSource;
import java.util.Optional;

/** The last failure of a service that was not the fault of a record. */
public final class LastErrors {
    /** A chain of causes longer than this, or one that bites its tail, is not followed to its end. */
    private static final int MOST_CAUSES = 20;

    private final InstantSource clock;
    private volatile LastError last;

    public LastErrors(InstantSource clock) {
        this.clock = clock;
    }

    /** A step threw. What it says is left out: it may quote the record. */
    public void inStep(String step, Throwable thrown) {
        last = new LastError(clock.instant(), step, null, thrown.getClass().getSimpleName());
    }

    /** A thread died. */
    public void inThread(String thread, Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MOST_CAUSES && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        last = new LastError(
                clock.instant(), null, thread, message.substring(0, Math.min(message.length(), LastError.MAX_MESSAGE)));
    }

    public Optional<LastError> last() {
        return Optional.ofNullable(last);
    }
}
