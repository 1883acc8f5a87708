package dev.dateline.ingest.poll.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchRequest;
import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.WebUri;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks each host once a day what it allows (RFC 9309 section 2.4). A host without the file allows all (section 2.3.1.3), one that can't
 * say so now allows nothing until it can (section 2.3.1.4). Safe for several threads.
 */
public final class Robots {
    /** What a {@code User-agent} line calls us. */
    public static final String NAME = "dateline";

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_WITHOUT_ANSWER = Duration.ofMinutes(30);
    private static final int MOST_HOSTS = 2000;
    private static final int MOST_BYTES = 512 << 10; // section 2.5 asks for 500 KiB at least
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private final Fetcher fetcher;
    private final InstantSource clock;
    private final Map<String, Kept> hosts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    private record Kept(BaseRobotRules rules, Instant until) {}

    public Robots(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Whether a page may be fetched. May ask its host, whose turn the caller holds. */
    public boolean allow(URI page, Cancellation cancellation) {
        return rules(page, cancellation).isAllowed(page.toString());
    }

    /** The pause between two requests that a page's host asks for, at most a minute; may ask the host. */
    public Optional<Duration> delay(URI page, Cancellation cancellation) {
        long millis = rules(page, cancellation).getCrawlDelay();
        return millis <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis())));
    }

    private BaseRobotRules rules(URI page, Cancellation cancellation) {
        String origin = WebUri.origin(page);
        Kept kept;
        synchronized (hosts) {
            kept = hosts.get(origin);
        }
        if (kept == null || !clock.instant().isBefore(kept.until())) {
            kept = ask(page.resolve("/robots.txt"), cancellation);
            synchronized (hosts) {
                hosts.put(origin, kept);
            }
        }
        return kept.rules();
    }

    private Kept ask(URI file, Cancellation cancellation) {
        Fetched fetched = fetcher.fetch(FetchRequest.get(file, "text/plain, */*;q=0.1"), cancellation);
        Instant now = clock.instant();
        if (!(fetched instanceof Fetched.Answer answer) || answer.status() / 100 == 5 || answer.status() == 429) {
            return new Kept(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), now.plus(KEPT_WITHOUT_ANSWER));
        }
        if (answer.status() / 100 != 2) {
            return new Kept(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(KEPT));
        }
        byte[] text = answer.body().length > MOST_BYTES ? Arrays.copyOf(answer.body(), MOST_BYTES) : answer.body();
        String type = answer.header("content-type").orElse("text/plain");
        return new Kept(
                new SimpleRobotRulesParser().parseContent(file.toString(), text, type, List.of(NAME)), now.plus(KEPT));
    }
}
