package dev.dateline.dashboard.view;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.Telemetry;

/**
 * What is fed with the records of the topics, by one thread. A record that lacks what identifies it is refused with an
 * {@link IllegalArgumentException} or a {@link NullPointerException}, and changes nothing then.
 */
public interface Feed {

    /** What follows lay on the topics before; the ledger comes from its beginning. */
    default void startReplay() {}

    /** From here on everything is news. */
    default void caughtUp() {}

    /**
     * A record of {@code news.ledger.v1}.
     *
     * @param line null for a tombstone
     */
    default void ledger(String key, LedgerLine line) {}

    /** A record of {@code news.telemetry.v1}. */
    default void telemetry(Telemetry telemetry) {}

    /** A record of {@code news.events.v1}. */
    default void event(RecordPosition record, NewsEvent event) {}

    /** A record of {@code news.duplicates.v1}. */
    default void duplicate(RecordPosition record, Duplicate duplicate) {}

    /** A record of {@code news.dead-letters.v1}. */
    default void deadLetter(RecordPosition record, DeadLetter letter) {}
}
