package dev.dateline.ingest.publish;

/** What became of an article that was handed to a {@link Publisher}. */
public sealed interface Delivery {

    /** All in-sync replicas have it. */
    record Written(String topic, int partition, long offset) implements Delivery {}

    /** It is not known to be written. */
    record Refused(Cause cause) implements Delivery {}

    /** Why there is no acknowledgement. */
    enum Cause {
        /** The buffer is full: more arrives than Kafka takes. Not written. */
        FULL,
        /** Kafka does not answer, or the topic is missing. Not written. */
        UNREACHABLE,
        /** The record is larger than the topic takes. Not written. */
        TOO_LARGE,
        /**
         * It was sent and no acknowledgement came in time. Whether it was written is not known, and can't be: the answer may
         * have been lost on the way back. Sending it again is safe, because enrich recognises a resend by identity and content.
         */
        UNCONFIRMED
    }

    static Delivery refused(Cause cause) {
        return new Refused(cause);
    }
}
