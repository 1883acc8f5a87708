package dev.dateline.embedded;

/** The broker could not be started; the message says why and how to mend it, in words for the person who typed the command. */
public final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
