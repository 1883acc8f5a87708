package dev.dateline.standalone.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.Source;
import dev.dateline.ingest.poll.PollerSettings;
import dev.dateline.ingest.poll.check.CheckReport;
import dev.dateline.ingest.poll.check.SourceCheck;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.read.FetchedItems;
import dev.dateline.ingest.poll.source.SourceForm;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Checks a source from here, with the poller's own parts and settings. */
public final class LocalCheck {
    /** Every address there is. */
    private static final String ALL = "0.0.0.0/0, ::/0";

    private LocalCheck() {}

    /**
     * What a poll would give.
     *
     * @param declaration as the API would take it
     * @param allowPrivate whether private addresses are asked
     * @throws SourcesException when the declaration is not valid
     */
    public static CheckReport run(ObjectNode declaration, boolean allowPrivate) {
        Settings settings =
                Settings.load(allowPrivate ? Map.of("dateline.ingest.poller.allow-private", ALL) : Map.of());
        PollerSettings poller = PollerSettings.from(settings.section("ingest"));
        settings.check();
        Source source;
        try {
            source = SourceForm.read(declaration, "check", id -> null, "", Instant.now());
        } catch (ProblemException e) {
            throw new SourcesException(e.problem().field() + ": " + e.getMessage(), e);
        }
        try (Fetcher fetcher = new Fetcher(poller.fetch())) {
            return new SourceCheck(fetcher, new FetchedItems(), poller.rules(), InstantSource.system()).check(source);
        }
    }
}
