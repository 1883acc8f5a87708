package dev.dateline.ingest.poll.source;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.Subscription;
import java.util.Collection;
import java.util.Optional;

/** What all instances have declared and found out, as far as this one has read it. Safe for several threads. */
public interface SourceView {
    /** Whether everything written before this start has been read. */
    boolean isComplete();

    Collection<Source> sources();

    Optional<Source> source(String id);

    Optional<SourceState> state(String id);

    Optional<Subscription> subscription(String id);
}
