package dev.dateline.standalone.topic;

/** A topic is not on the cluster. */
public final class MissingTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingTopicException(String topic, String bootstrapServers) {
        super("topic " + topic + " is not on " + bootstrapServers
                + ". `dateline up` makes it; on a cluster of your own run: dateline topics apply");
    }
}
