package dev.dateline.dashboard.series;

import java.time.Duration;
import java.time.Instant;

/**
 * A source that is silent for longer than it usually is.
 *
 * @param lastAt when it last sent something
 * @param silent since then
 * @param longestPause of the day before that, in steps of five minutes
 */
public record QuietSource(String sourceId, Instant lastAt, Duration silent, Duration longestPause) {}
