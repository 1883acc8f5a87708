package dev.dateline.dashboard.view;

import java.util.List;

/**
 * The largest sources that match a search.
 *
 * @param rows by raw records, most first
 * @param matching sources that match, shown or not
 * @param sources sources in the view
 * @param unbalanced sources with something in flight, matching or not
 * @param leftOut sources seen beyond the view's bound, and in no sum; itself counted up to that bound
 */
public record LedgerPage(List<LedgerRow> rows, int matching, int sources, int unbalanced, int leftOut) {}
