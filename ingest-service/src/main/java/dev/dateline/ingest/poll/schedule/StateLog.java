package dev.dateline.ingest.poll.schedule;

import dev.dateline.common.model.SourceState;
import java.util.Map;

/** Where states are kept, so that another instance can go on from them. */
public interface StateLog {
    /**
     * Writes all or none of the states.
     *
     * @param states by source id; null forgets the source's
     * @return whether they were written; if not, this instance may no longer be the one to poll these sources
     */
    boolean write(Map<String, SourceState> states);
}
