package dev.dateline.dashboard.view;

import java.util.List;

/**
 * The last minute, oldest first.
 *
 * @param flows what came in each second
 * @param inFlight what was in flight at the end of each second
 */
public record History(List<Flow> flows, List<Long> inFlight) {}
