package dev.dateline.common.model;

import java.util.List;

/**
 * How an article sounds, by counting words of a lexicon: crude, it knows negation and nothing of irony or of who speaks.
 *
 * @param value -1 (all negative) to 1 (all positive); 0 when both are even or there are none
 * @param positive words that count as positive
 * @param negative words that count as negative
 * @param evidence the commonest of them
 */
public record Tone(double value, int positive, int negative, List<Evidence> evidence) {}
