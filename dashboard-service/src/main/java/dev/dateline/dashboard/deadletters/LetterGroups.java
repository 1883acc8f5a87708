package dev.dateline.dashboard.deadletters;

import java.util.List;

/**
 * All groups, the largest first.
 *
 * @param letters dead letters read
 * @param listed of these, those that can be listed and redriven
 * @param leftOut letters of further groups than are kept
 * @param complete whether the topic has been read up to its end
 */
public record LetterGroups(List<LetterGroup> groups, long letters, int listed, long leftOut, boolean complete) {}
