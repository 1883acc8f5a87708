package dev.dateline.standalone.sources;

/** Ingest can't be reached or refuses; the message says how to mend it. */
public final class SourcesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SourcesException(String message) {
        super(message);
    }

    SourcesException(String message, Throwable cause) {
        super(message, cause);
    }
}
