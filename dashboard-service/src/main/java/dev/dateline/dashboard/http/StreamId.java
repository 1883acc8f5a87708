package dev.dateline.dashboard.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where a client has followed the live stream: the {@code id} of each message, and {@code Last-Event-ID} of a client that comes
 * again.
 *
 * @param run stands for one run of one dashboard: another one counts other events
 * @param events how many events there were since it began
 */
record StreamId(String run, long events) {
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,16})-([0-9]{1,18})");

    /** Empty when this is none of ours. */
    static Optional<StreamId> parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                ? Optional.of(new StreamId(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return run + "-" + events;
    }
}
