package dev.dateline.standalone.eval;

/** An evaluation can't be run for a reason that the user can mend; the message says how. */
public final class EvalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvalException(String message) {
        super(message);
    }

    EvalException(String message, Throwable cause) {
        super(message, cause);
    }
}
