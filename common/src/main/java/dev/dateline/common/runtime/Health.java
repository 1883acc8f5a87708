package dev.dateline.common.runtime;

/**
 * Whether a service does its work.
 *
 * @param detail the cause and how to mend it; null when up
 */
public record Health(Status status, String detail) {

    /** The three answers a probe can act on. */
    public enum Status {
        STARTING,
        UP,
        DOWN
    }

    public static Health up() {
        return new Health(Status.UP, null);
    }

    public static Health starting(String detail) {
        return new Health(Status.STARTING, detail);
    }

    public static Health down(String detail) {
        return new Health(Status.DOWN, detail);
    }

    public boolean isUp() {
        return status == Status.UP;
    }
}
