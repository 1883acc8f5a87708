package dev.dateline.common.http;

/** A certificate or its key can't be used; the message says why and how to mend it. */
final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsException(String message) {
        super(message);
    }

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
