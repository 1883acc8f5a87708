package dev.dateline.enrich.near;

import dev.dateline.enrich.sketch.SketchSettings;
import java.time.Duration;

/**
 * How copies are found.
 *
 * @param partitions shares of the bands: how many tasks keep them. Each article costs one message and one entry for each
 * @param grace how long after the window an article is still known, for those that come late
 */
public record CopySettings(int partitions, Duration grace, SketchSettings sketch, CopyRule rule) {
    /** As in {@code reference.conf}; for evaluation and benchmarks, which have no configuration. */
    public static final CopySettings DEFAULT =
            new CopySettings(1, Duration.ofDays(1), SketchSettings.DEFAULT, CopyRule.DEFAULT);

    /** How long after its arrival an article is known to the bands. */
    public Duration retention() {
        return rule.window().plus(grace);
    }
}
