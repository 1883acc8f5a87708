package dev.dateline.standalone.compare;

import dev.dateline.enrich.near.Comparison;
import dev.dateline.enrich.near.CopyRule;
import java.time.Duration;
import java.util.Locale;

/**
 * The rule's judgement on two articles as a sentence, with the figures that decided.
 *
 * @param rule that judged
 */
public record Reasoning(CopyRule rule) {
    private static final Duration HOURS_UP_TO = Duration.ofDays(3);

    /** Whether two articles are copies, and why. */
    public String of(Comparison comparison) {
        return switch (comparison.judgement()) {
            case COPY -> "Copies: " + overlap(comparison) + "; " + numbers(comparison) + ".";
            case TOO_DIFFERENT -> "No copies: " + overlap(comparison) + ".";
            case OTHER_NUMBERS ->
                "No copies but a template filled again: " + overlap(comparison) + "; " + numbers(comparison) + ".";
            case TOO_FAR_APART ->
                "No copies: published " + length(comparison.apart()) + " apart, and the window is "
                        + length(rule.window()) + ".";
        };
    }

    private String overlap(Comparison comparison) {
        return "about " + percent(comparison.containment()) + " of the shorter text is in the other (the rule asks for "
                + percent(rule.threshold()) + ")";
    }

    private String numbers(Comparison comparison) {
        return "published " + length(comparison.apart()) + " apart with " + comparison.sharedNumbers() + " of "
                + comparison.fewerNumbers() + " numbers in common, where the rule asks for "
                + percent(rule.requiredNumbers(comparison.fewerNumbers(), comparison.apart()));
    }

    /** A share as people read it. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A length of time in the unit that people would use. */
    public static String length(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min";
        }
        if (duration.compareTo(HOURS_UP_TO) <= 0) {
            return tenths(duration.toMinutes() / 60.0) + " h";
        }
        return tenths(duration.toHours() / 24.0) + " days";
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
