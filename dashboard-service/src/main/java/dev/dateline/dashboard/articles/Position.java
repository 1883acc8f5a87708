package dev.dateline.dashboard.articles;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event stands among all: by time of receipt, then by its place on the topic. The same after a restart and on every dashboard, so
 * it serves as the cursor of the list, written {@code millis-partition-offset}.
 */
record Position(long atMs, int partition, long offset) implements Comparable<Position> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9]{1,5})-([0-9]{1,18})");
    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::atMs)
            .thenComparingInt(Position::partition)
            .thenComparingLong(Position::offset);

    /** Throws {@link IllegalArgumentException} when a text is no cursor. */
    static Position parse(String cursor) {
        Matcher parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a cursor is taken from the former page's answer");
        }
        return new Position(
                Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return atMs + "-" + partition + "-" + offset;
    }
}
