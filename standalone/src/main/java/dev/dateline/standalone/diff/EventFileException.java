package dev.dateline.standalone.diff;

/** A file of events can't be used; the message says why and how to mend it. */
public final class EventFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventFileException(String message) {
        super(message);
    }

    EventFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
