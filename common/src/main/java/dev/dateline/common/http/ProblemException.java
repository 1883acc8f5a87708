package dev.dateline.common.http;

import java.time.Duration;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /**
     * A problem that passes by itself.
     *
     * @param retryAfter when the client should try again; null when trying again does not help
     */
    public ProblemException(Problem problem, Duration retryAfter) {
        // No stack trace: an answer to a client, often given under load, not a defect.
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    /** When the client should try again; null when trying again does not help. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
