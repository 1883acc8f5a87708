package dev.dateline.common.http;

/**
 * An error as the client sees it (RFC 9457).
 *
 * @param type a stable URI reference, see {@link ProblemType}
 * @param detail what is wrong with this request and how to mend it
 * @param field the field at fault, as a path such as {@code authors[0]}; null when it is not one field
 */
public record Problem(String type, String title, int status, String detail, String field) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null);
    }

    public static Problem ofField(ProblemType type, String field, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, field);
    }

    /** The problem that comes nearest to a bare HTTP status, with that status. */
    static Problem ofStatus(int status, String detail) {
        ProblemType type = ProblemType.ofStatus(status);
        return new Problem(type.uri(), type.title(), status, detail, null);
    }
}
