package dev.dateline.simulator.grammar;

/** What the facts of a template are in one telling. */
public interface Facts {
    /** Never null; may differ from call to call. */
    String value(Fact fact, Dice dice);
}
