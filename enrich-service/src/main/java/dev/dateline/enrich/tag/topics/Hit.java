package dev.dateline.enrich.tag.topics;

import dev.dateline.common.model.Evidence;
import dev.dateline.enrich.tag.text.Tokens;

/** A term that stands in an article: how often, and where first. */
final class Hit {
    private static final String TITLE = "title";
    /** What a mention counts by its place, with the body as one. */
    private static final double IN_TITLE = 3;

    private static final double IN_LEAD = 1.5;
    /** Words of the body that make its lead: two sentences or so. */
    private static final int LEAD_TOKENS = 60;

    /** Power of the mentions: each one more adds less, but the word of the matter outweighs many that are said in passing. */
    private static final double LESS_AND_LESS = 0.8;

    private final Term term;
    private final boolean title;
    private final int start;
    private final int end;
    private double mentions;
    private int count;

    Hit(Term term, Tokens tokens, boolean title, int from, int to) {
        this.term = term;
        this.title = title;
        this.start = tokens.start(from);
        this.end = tokens.end(to);
    }

    void count(boolean inTitle, int token) {
        count++;
        mentions += inTitle ? IN_TITLE : token < LEAD_TOKENS ? IN_LEAD : 1;
    }

    Term term() {
        return term;
    }

    /** How much the mentions count together: each one more adds less. One mention in the body is 1. */
    double frequency() {
        return Math.pow(mentions, LESS_AND_LESS);
    }

    Evidence evidence(double weight) {
        return new Evidence(term.text(), title ? TITLE : null, start, end, count, weight);
    }
}
