package dev.dateline.ingest;

import dev.dateline.common.config.Settings;
import dev.dateline.ingest.access.AccessSettings;
import dev.dateline.ingest.http.BodyLimits;
import dev.dateline.ingest.poll.PollerSettings;
import dev.dateline.ingest.publish.PublisherSettings;

/** The section {@code dateline.ingest}, but for {@code http}, which is read by whoever opens the port. */
public record IngestSettings(
        BodyLimits limits, PublisherSettings publisher, AccessSettings access, PollerSettings poller) {

    public static IngestSettings from(Settings settings) {
        Settings ingest = settings.section("ingest");
        return new IngestSettings(
                BodyLimits.from(ingest),
                PublisherSettings.from(ingest),
                AccessSettings.from(ingest),
                PollerSettings.from(ingest));
    }
}
