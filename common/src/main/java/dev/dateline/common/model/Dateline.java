package dev.dateline.common.model;

/** Where, and on which day, a report was filed: the words before the dash of its first paragraph. */
public record Dateline(String place, String date) {}
