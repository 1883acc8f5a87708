package dev.dateline.standalone.bench;

/** The benchmark did not come to its end; the message says where it stopped. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
