package dev.dateline.dashboard.articles;

/** A parameter of a filter is not valid; the message says what it must be. */
public final class InvalidFilterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    InvalidFilterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** Its name in the query. */
    public String parameter() {
        return parameter;
    }
}
