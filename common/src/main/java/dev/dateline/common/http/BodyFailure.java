package dev.dateline.common.http;

import java.util.concurrent.TimeoutException;

/** Why a request's body could not be read to its end. */
public final class BodyFailure {
    private BodyFailure() {}

    /** What to tell the client, if it is still there. */
    public static Problem problem(Throwable failure) {
        return isTimeout(failure)
                ? Problem.of(ProblemType.TOO_SLOW, "the body did not come in time; send it again")
                : Problem.of(
                        ProblemType.MALFORMED_BODY, "the body broke off before its end, or its chunks are malformed");
    }

    /** Whether its bytes did not come in time: {@link SlowBodies} or the connection's idle time ended the wait. */
    static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
