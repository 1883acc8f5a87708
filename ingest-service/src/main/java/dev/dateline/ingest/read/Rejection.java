package dev.dateline.ingest.read;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;

/** The problems an article can have. */
public final class Rejection {
    /** What strangers send is repeated in an answer up to here. */
    private static final int MAX_REPEATED = 64;

    private Rejection() {}

    public static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(ProblemType.MALFORMED_BODY, detail));
    }

    public static ProblemException unsupported(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
    }

    public static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.ofField(ProblemType.INVALID_ARTICLE, field, detail));
    }

    /**
     * One part of a body is beyond what may be kept of it.
     *
     * @param what for example "the line"
     * @param setting in {@code dateline.ingest}, that raises the limit
     */
    public static ProblemException tooLong(String what, long maxBytes, String setting) {
        return new ProblemException(Problem.of(
                ProblemType.TOO_LARGE,
                what + " is longer than " + maxBytes + " bytes (dateline.ingest." + setting + ")"));
    }

    /** A name or value of the request, short enough to repeat. */
    public static String repeated(String text) {
        return text.length() <= MAX_REPEATED ? text : text.substring(0, MAX_REPEATED) + "...";
    }
}
