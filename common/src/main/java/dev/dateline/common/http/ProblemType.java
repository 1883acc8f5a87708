package dev.dateline.common.http;

import java.util.Locale;

/** The kinds of errors a client can meet. A type's URI and status are stable; clients may branch on them. */
public enum ProblemType {
    MALFORMED_BODY(
            400,
            "The body can't be read",
            "The bytes are not what Content-Type and Content-Encoding announce. The detail says where it breaks; mend the body."),
    INVALID_REQUEST(
            400,
            "The request can't be understood",
            "A header, a parameter or the request itself is not valid. The detail names it."),
    UNAUTHORIZED(
            401,
            "An API key is needed",
            "Send `Authorization: Bearer dl_...` or `X-Api-Key: dl_...` with a key that is not revoked. Whoever runs Dateline makes one with `dateline keys create`."),
    FORBIDDEN(
            403,
            "This key may not do that",
            "The key is good, but bound to another source or not made for this address. The detail says which."),
    CROSS_ORIGIN(
            403,
            "Pages of other origins may not write here",
            "A browser sent this for a page that is not of this server. Programs do not send Origin; a page of yours can be allowed with dateline.http.allowed-origins."),
    NOT_FOUND(404, "There is nothing here", "The address is wrong, or what was there is gone."),
    METHOD_NOT_ALLOWED(
            405, "This address takes another method", "The Allow header lists the methods this address takes."),
    TOO_SLOW(
            408,
            "The request did not arrive in time",
            "Its bytes came more slowly than this server waits for. Nothing of it was accepted beyond what the answer lists; send it again."),
    TOO_LARGE(
            413,
            "The body is too large",
            "The detail names the limit and the setting that raises it. A batch can be split; its answer says how far it was read."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "This media type is not read here",
            "The detail lists the media types, charsets or content codings which this address reads."),
    INVALID_ARTICLE(
            422,
            "The article is not valid",
            "The field named in `field` is missing, unknown or not of the form it must have; the detail says how to mend it."),
    INVALID_SOURCE(
            422,
            "The source is not valid",
            "The field named in `field` is missing, unknown or not of the form it must have; the detail says how to mend it."),
    BUSY(
            429,
            "Too much at once; try again shortly",
            "More arrives than Kafka takes. Nothing of this request was accepted beyond what the answer lists: send the rest again after Retry-After."),
    RATE_LIMITED(
            429,
            "Too many requests with this key",
            "The key's requests per second are used up. Send it again after Retry-After; batches need fewer requests."),
    QUOTA_USED_UP(
            429,
            "The key's articles of the day are used up",
            "Send the rest tomorrow (UTC), or ask whoever made the key for a larger quota."),
    INTERNAL(500, "Something went wrong on our side", "A defect. The server's log has the cause; please report it."),
    KAFKA_UNAVAILABLE(
            503,
            "Kafka does not answer",
            "Nothing was written. Send it again after Retry-After; /readyz says when the service is back."),
    WRITE_UNCONFIRMED(
            503,
            "Kafka did not confirm the write in time",
            "The article may have been written. Send it again: the same article twice is recognised as a resend."),
    STREAMS_FULL(
            503,
            "Too many live streams are open",
            "Each open page holds one. Close some, or raise the limit that the detail names.");

    static final String URI_PREFIX = "/problems/";

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** When it happens and what a client should do. */
    public String explanation() {
        return explanation;
    }

    /** The code alone, for example {@code invalid-article}: also a metrics label. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A relative URI reference (RFC 9457 section 3.1.1), for example {@code /problems/invalid-article}. */
    public String uri() {
        return URI_PREFIX + code();
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
