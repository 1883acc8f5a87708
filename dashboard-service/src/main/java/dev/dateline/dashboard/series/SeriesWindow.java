package dev.dateline.dashboard.series;

import java.util.List;
import java.util.Map;

/**
 * Figures over a time.
 *
 * @param stepSeconds 1 or 60
 * @param start of the first step, seconds since the epoch
 * @param values by name, one for each step; null where nothing is known
 */
public record SeriesWindow(int stepSeconds, long start, Map<String, List<Double>> values) {}
