package dev.dateline.ingest.poll.source;

import dev.dateline.common.model.Source;

/** Where declarations go. What was written is in the {@link SourceView} when a method returns. */
public interface SourceStore {
    /**
     * Declares a source, in place of the one of the same id.
     *
     * @throws dev.dateline.common.http.ProblemException when it is not known to be written
     */
    void declare(Source source);

    /**
     * Removes a source and what is known of it.
     *
     * @throws dev.dateline.common.http.ProblemException when it is not known to be removed
     */
    void remove(String id);
}
