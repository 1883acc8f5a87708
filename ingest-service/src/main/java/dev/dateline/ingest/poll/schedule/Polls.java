package dev.dateline.ingest.poll.schedule;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import java.util.List;
import java.util.Set;

/** The polls of this instance that are under way. */
public interface Polls {

    /** A poll that has ended. */
    record Ended(Source source, SourceState claimed, PollOutcome outcome) {}

    /** How many more may be started now. */
    int free();

    /** Starts a poll whose claim is written; returns at once. */
    void start(Source source, SourceState claimed);

    boolean isRunning(String sourceId);

    /** Those that ended since the last time, each once. */
    List<Ended> ended();

    /** Waits a bounded time for polls to end, then stops them; returns when none of these is running. */
    void stop(Set<String> sourceIds);
}
