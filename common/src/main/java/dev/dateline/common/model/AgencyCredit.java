package dev.dateline.common.model;

/**
 * A news agency that an article credits.
 *
 * @param name the agency's usual short name; {@code agencies} where the article does not say which
 * @param cue the words that say so, or where they were read: a credit line below the text is no part of the body
 * @param start UTF-16 index of the cue in the body; absent where it is no part of it
 * @param end UTF-16 index after the cue
 */
public record AgencyCredit(String name, AgencyRole role, String cue, Integer start, Integer end) {}
