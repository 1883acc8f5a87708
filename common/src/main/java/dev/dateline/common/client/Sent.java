package dev.dateline.common.client;

/** What became of one article that was to be sent. */
public sealed interface Sent {

    /** It is in Kafka. */
    record Accepted(String articleId, String topic, int partition, long offset) implements Sent {}

    /**
     * Ingest answered that it does not take it; sending it again would not help.
     *
     * @param status HTTP's
     * @param type the problem's, for example {@code /problems/invalid-article}; null when the answer was no problem document
     * @param field the field at fault; null when it is not one field
     */
    record Rejected(int status, String type, String detail, String field) implements Sent {}

    /** It never left this machine. */
    record Unsent(String detail) implements Sent {}

    /** It was taken, and holds no article: a picture or a request in an archive, for example. */
    record PassedOver() implements Sent {}

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
