package dev.dateline.ingest.poll;

import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceTrust;
import dev.dateline.ingest.poll.schedule.PollRules;
import java.time.Duration;

/** What tests of the poller begin with. */
public final class Samples {
    public static final PollRules RULES =
            new PollRules(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofMinutes(30), Duration.ofHours(6));

    private Samples() {}

    public static SourceBuilder source(String id, String url) {
        return SourceBuilder.builder()
                .id(id)
                .url(url)
                .kind(SourceKind.FEED)
                .trust(SourceTrust.NORMAL)
                .updatedAt(VirtualClock.START);
    }
}
