package dev.dateline.enrich.tag.topics;

/** A file of topics can't be used; the message names the file and line, what is wrong, and how to mend it. */
public final class TopicFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicFileException(String message) {
        super(message);
    }

    TopicFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
