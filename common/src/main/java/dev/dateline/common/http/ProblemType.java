package dev.dateline.common.http;

import java.util.Locale;

/** The kinds of errors a client can meet. A type's URI and status are stable; clients may branch on them. */
public enum ProblemType {
    MALFORMED_BODY(400, "The body can't be read"),
    INVALID_REQUEST(400, "The request can't be understood"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This address takes another method"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not read here"),
    INVALID_ARTICLE(422, "The article is not valid"),
    BUSY(429, "Too much at once; try again shortly"),
    INTERNAL(500, "Something went wrong on our side"),
    KAFKA_UNAVAILABLE(503, "Kafka does not answer; nothing was accepted"),
    STREAMS_FULL(503, "Too many live streams are open");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A relative URI reference (RFC 9457 section 3.1.1), for example {@code /problems/invalid-article}. */
    public String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status && type != MALFORMED_BODY) {
                return type;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL;
    }
}
