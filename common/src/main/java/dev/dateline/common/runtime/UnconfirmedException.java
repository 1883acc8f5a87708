package dev.dateline.common.runtime;

/** A record was sent, or was to be sent, and Kafka did not say that it is written. */
public final class UnconfirmedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnconfirmedException(String topic, Throwable cause) {
        super("Kafka did not confirm a record of " + topic + "; it may have been written", cause);
    }
}
