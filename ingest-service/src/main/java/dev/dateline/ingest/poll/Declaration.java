package dev.dateline.ingest.poll;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.ingest.poll.cluster.SourceTopics;
import dev.dateline.ingest.poll.source.SourceStore;
import dev.dateline.ingest.poll.source.SourcesFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Declares the sources of the sources file, once, as soon as it is known what is declared already. What stays the same is not written
 * again, and what the file does not list is left alone.
 */
final class Declaration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Declaration.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Path file;
    private final SourceTopics view;
    private final SourceStore store;
    private final InstantSource clock;
    private final PeriodicTask trying;
    private boolean done;

    Declaration(Path file, SourceTopics view, SourceStore store, InstantSource clock) {
        this.file = file;
        this.view = view;
        this.store = store;
        this.clock = clock;
        this.trying = new PeriodicTask("poller-sources-file", LOOK_EVERY, this::attempt);
    }

    void start() {
        trying.start();
    }

    private void attempt() {
        if (done || !view.isComplete()) {
            return;
        }
        try {
            Instant now = clock.instant();
            int changed = 0;
            for (Source source : SourcesFile.read(file, id -> view.source(id).orElse(null), now)) {
                changed += declare(source) ? 1 : 0;
            }
            LOG.info("{}: {} sources declared or changed", file, changed);
            done = true;
        } catch (SourcesFile.SourcesFileException e) {
            LOG.error("no source of the file was declared: {}", e.getMessage());
            done = true;
        } catch (ProblemException e) {
            LOG.warn("the sources of {} could not be written, tried again: {}", file, e.getMessage());
        }
    }

    private boolean declare(Source source) {
        Source known = view.source(source.id()).orElse(null);
        boolean same = known != null
                && known.equals(SourceBuilder.builder(source)
                        .updatedAt(known.updatedAt())
                        .build());
        if (!same) {
            store.declare(source);
        }
        return !same;
    }

    @Override
    public void close() {
        trying.close();
    }
}
