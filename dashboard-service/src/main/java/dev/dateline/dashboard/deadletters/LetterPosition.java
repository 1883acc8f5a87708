package dev.dateline.dashboard.deadletters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter lies on its topic; written {@code partition@offset}. */
public record LetterPosition(int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})@([0-9]{1,18})");

    /** Throws {@link IllegalArgumentException} when a text is no position. */
    public static LetterPosition parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a position is written partition@offset");
        }
        return new LetterPosition(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** The same with its topic, as the audit names it. */
    String on(String topic) {
        return topic + "-" + this;
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
