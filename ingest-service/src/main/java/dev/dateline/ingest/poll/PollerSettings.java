package dev.dateline.ingest.poll;

import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.Version;
import dev.dateline.ingest.poll.fetch.FetchSettings;
import dev.dateline.ingest.poll.fetch.Networks;
import dev.dateline.ingest.poll.fetch.WebUri;
import dev.dateline.ingest.poll.schedule.PollRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The section {@code dateline.ingest.poller}.
 *
 * @param enabled whether this instance polls; it answers for sources all the same
 * @param sourcesFile declared at start; null when there is none
 * @param callback where hubs reach this service; null subscribes to nothing
 */
public record PollerSettings(
        boolean enabled,
        Path sourcesFile,
        int maxSources,
        int workers,
        Duration hostDelay,
        FetchSettings fetch,
        PollRules rules,
        URI callback) {

    /** Reads the service's section, {@code dateline.ingest}. */
    public static PollerSettings from(Settings ingest) {
        Settings poller = ingest.section("poller");
        String file = poller.text("sources-file");
        return new PollerSettings(
                poller.flag("enabled"),
                file.isBlank() ? null : Path.of(file),
                poller.integer("max-sources", 1, 100_000),
                poller.integer("workers", 1, 64),
                poller.duration("host-delay", Duration.ZERO, Duration.ofMinutes(5)),
                fetch(poller),
                rules(poller),
                callback(poller));
    }

    private static FetchSettings fetch(Settings poller) {
        String contact = poller.text("contact");
        return new FetchSettings(
                "dateline/" + Version.current() + (contact.isBlank() ? "" : " (+" + contact.strip() + ")"),
                poller.converted(
                        "allow-private", Networks::parse, "networks such as 10.0.0.0/8, fd00::/8, with commas between"),
                (int) poller.bytes("max-document-bytes", 64 << 10, 64 << 20),
                poller.duration("fetch-within", Duration.ofSeconds(1), Duration.ofMinutes(5)));
    }

    private static PollRules rules(Settings poller) {
        return new PollRules(
                poller.duration("shortest-interval", Duration.ofSeconds(1), Duration.ofDays(1)),
                poller.duration("longest-interval", Duration.ofSeconds(1), Duration.ofDays(30)),
                poller.duration("usual-interval", Duration.ofSeconds(1), Duration.ofDays(1)),
                poller.duration("websub-interval", Duration.ofSeconds(1), Duration.ofDays(7)));
    }

    private static URI callback(Settings poller) {
        return poller.converted(
                "websub-callback",
                text -> text.isBlank()
                        ? null
                        : WebUri.of(text).orElseThrow(() -> new IllegalArgumentException("not an address")),
                "an address such as https://news.example.com, or nothing");
    }
}
