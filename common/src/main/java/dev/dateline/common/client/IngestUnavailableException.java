package dev.dateline.common.client;

/** Ingest can't be reached, or refused for longer than one was ready to wait; the message says how to mend it. */
public final class IngestUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IngestUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
