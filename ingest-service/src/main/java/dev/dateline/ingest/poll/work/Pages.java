package dev.dateline.ingest.poll.work;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchRequest;
import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.RetryAfter;
import dev.dateline.ingest.poll.fetch.WebUri;
import dev.dateline.ingest.poll.robots.Robots;
import dev.dateline.ingest.poll.schedule.HostTurns;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Fetches further documents of a poll, one at a time per host and with its pauses; pages only where robots.txt allows it. */
public final class Pages {
    private static final String ACCEPT_PAGE = "text/html, application/xhtml+xml";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Fetcher fetcher;
    private final Robots robots;
    private final FormatReader reader;
    private final HostTurns turns;
    private final PollClock clock;

    /** {@code reader} reads pages. */
    public Pages(Fetcher fetcher, Robots robots, FormatReader reader, HostTurns turns, PollClock clock) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.reader = reader;
        this.turns = turns;
        this.clock = clock;
    }

    /** What became of a page. */
    sealed interface Page {
        /** There it is, in place of the item's own text. */
        record Found(RawArticle article) implements Page {}

        /** It will not be had, now or later. */
        record Never(boolean disallowed) implements Page {}

        /** It was not to be had now. */
        record NotNow() implements Page {}
    }

    /** The page of an item, before a time. */
    Page page(RawArticle item, Instant deadline, Cancellation cancellation) throws InterruptedException {
        Optional<URI> url = item.url() == null ? Optional.empty() : WebUri.of(item.url());
        if (url.isEmpty()) {
            return new Page.Never(false);
        }
        URI address = url.get();
        if (!takeTurn(address.getHost(), deadline, cancellation)) {
            return new Page.NotNow();
        }
        try {
            boolean allowed = robots.allow(address, cancellation);
            robots.delay(address, cancellation).ifPresent(delay -> turns.slowDown(address.getHost(), delay));
            return allowed ? fetch(item, address, cancellation) : new Page.Never(true);
        } finally {
            turns.giveBack(address.getHost(), clock.instant());
        }
    }

    private Page fetch(RawArticle item, URI address, Cancellation cancellation) {
        Fetched fetched = fetcher.fetch(FetchRequest.get(address, ACCEPT_PAGE), cancellation);
        if (!(fetched instanceof Fetched.Answer answer)) {
            Fetched.Cause cause = ((Fetched.Failed) fetched).cause();
            boolean passing = cause == Fetched.Cause.UNREACHABLE || cause == Fetched.Cause.TIMEOUT;
            return passing ? new Page.NotNow() : new Page.Never(false);
        }
        if (answer.status() == 429 || answer.status() / 100 == 5) {
            RetryAfter.of(answer, clock.instant())
                    .ifPresent(pause ->
                            turns.rest(address.getHost(), clock.instant().plus(pause)));
            return new Page.NotNow();
        }
        MediaType type = MediaType.parse(answer.header("content-type").orElse("text/html"));
        boolean html = type.name().equals("text/html") || type.name().equals("application/xhtml+xml");
        if (answer.status() != 200 || !html) {
            return new Page.Never(false);
        }
        try {
            Document document = new Document(
                    answer.body(), type, item.sourceId(), null, answer.url().toString());
            return reader.read(document).get(0) instanceof Reading.Article page
                    ? new Page.Found(RawArticleBuilder.builder(item)
                            .bodyText(null)
                            .bodyHtml(null)
                            .pageHtml(page.draft().pageHtml())
                            .build())
                    : new Page.Never(false);
        } catch (ProblemException e) {
            return new Page.Never(false);
        }
    }

    /** Another document of the same source, such as a sitemap of an index; empty when it is not to be had. */
    Optional<Fetched.Answer> document(FetchRequest wanted, Instant deadline, Cancellation cancellation)
            throws InterruptedException {
        String host = wanted.url().getHost();
        if (!takeTurn(host, deadline, cancellation)) {
            return Optional.empty();
        }
        try {
            return fetcher.fetch(wanted, cancellation) instanceof Fetched.Answer answer && answer.status() == 200
                    ? Optional.of(answer)
                    : Optional.empty();
        } finally {
            turns.giveBack(host, clock.instant());
        }
    }

    private boolean takeTurn(String host, Instant deadline, Cancellation cancellation) throws InterruptedException {
        while (!turns.take(host, clock.instant())) {
            if (cancellation.isCancelled() || !clock.instant().isBefore(deadline)) {
                return false;
            }
            clock.sleep(LOOK_EVERY);
        }
        return true;
    }
}
