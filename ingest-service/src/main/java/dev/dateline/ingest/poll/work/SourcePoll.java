package dev.dateline.ingest.poll.work;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceState;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchRequest;
import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.RetryAfter;
import dev.dateline.ingest.poll.fetch.WebUri;
import dev.dateline.ingest.poll.read.ItemReader;
import dev.dateline.ingest.poll.read.Items;
import dev.dateline.ingest.poll.schedule.HostTurns;
import dev.dateline.ingest.poll.schedule.PollOutcome;
import dev.dateline.ingest.poll.schedule.Turns;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One poll of one source, from its address to acknowledged articles. */
public final class SourcePoll {
    /** What feeds and sitemaps are announced as; everything else only if there is nothing better. */
    public static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
    /** Sitemaps of an index, the most recent ones: older news were there before. */
    private static final int MOST_DOCUMENTS = 5;

    private static final Duration DOCUMENTS_WITHIN = Duration.ofMinutes(2);

    private final Fetcher fetcher;
    private final ItemReader reader;
    private final Pages pages;
    private final NewItems newItems;
    private final HostTurns turns;
    private final PollClock clock;
    private final PollMetrics metrics;

    public SourcePoll(
            Fetcher fetcher,
            ItemReader reader,
            Pages pages,
            NewItems newItems,
            HostTurns turns,
            PollClock clock,
            PollMetrics metrics) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.pages = pages;
        this.newItems = newItems;
        this.turns = turns;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Polls. The caller has taken the turn at the host, and it is given back here as soon as the document has arrived.
     *
     * @param state as claimed
     */
    public PollResult run(Source source, SourceState state, Cancellation cancellation) throws InterruptedException {
        URI url = WebUri.of(Turns.address(source, state)).orElse(null);
        if (url == null) {
            return PollResult.of(new PollOutcome.Failed(null, "its url is no address that can be asked", null));
        }
        Fetched fetched = fetch(source, state, url, cancellation);
        if (cancellation.isCancelled()) {
            return PollResult.of(new PollOutcome.Cancelled());
        }
        if (fetched instanceof Fetched.Failed failed) {
            return PollResult.of(new PollOutcome.Failed(null, failed.detail(), null));
        }
        Fetched.Answer answer = (Fetched.Answer) fetched;
        return switch (answer.status()) {
            case 200 -> delivered(source, state, answer, cancellation);
            case 304 -> PollResult.of(new PollOutcome.NotModified(304, moved(answer), Freshness.of(answer)));
            case 410 -> PollResult.of(new PollOutcome.Gone(410));
            default -> refused(url, answer);
        };
    }

    private Fetched fetch(Source source, SourceState state, URI url, Cancellation cancellation) {
        Instant started = clock.instant();
        try {
            return fetcher.fetch(
                    new FetchRequest(
                            url,
                            ACCEPT,
                            state.etag(),
                            state.lastModified(),
                            source.headers() == null ? Map.of() : source.headers(),
                            null),
                    cancellation);
        } finally {
            Instant ended = clock.instant();
            turns.giveBack(url.getHost(), ended);
            metrics.fetched(Duration.between(started, ended));
        }
    }

    private PollResult refused(URI url, Fetched.Answer answer) {
        Instant now = clock.instant();
        Duration pause = RetryAfter.of(answer, now).orElse(null);
        if (answer.status() == 429 && pause != null) {
            turns.rest(url.getHost(), now.plus(pause));
        }
        return PollResult.of(new PollOutcome.Failed(answer.status(), described(answer.status()), pause));
    }

    private static String described(int status) {
        return switch (status) {
            case 401, 403 -> "the server refuses (HTTP " + status + "); does it want a header, such as a key?";
            case 404 -> "there is nothing at this address (HTTP 404); is it still right?";
            case 429 -> "the server is asked too often (HTTP 429)";
            default -> "the server answers HTTP " + status;
        };
    }

    private PollResult delivered(Source source, SourceState state, Fetched.Answer answer, Cancellation cancellation)
            throws InterruptedException {
        MediaType type = MediaType.parse(answer.header("content-type").orElse(null));
        Items items;
        try {
            items = reader.read(document(source, answer, type), source.kind());
        } catch (ProblemException e) {
            return PollResult.of(new PollOutcome.Failed(200, e.problem().detail(), null));
        }
        List<Reading> readings = new ArrayList<>(items.readings());
        boolean all = further(source, answer.url(), items.more(), readings, cancellation);
        NewItems.Result result = newItems.publish(source, type.name(), readings, state.seen(), cancellation);
        if (cancellation.isCancelled()) {
            return PollResult.of(new PollOutcome.Cancelled());
        }
        // An index may be the same while its sitemaps are not: it is never asked for conditionally.
        boolean index = !items.more().isEmpty();
        PollOutcome outcome = new PollOutcome.Delivered(
                200,
                index ? null : answer.header("etag").orElse(null),
                index ? null : answer.header("last-modified").orElse(null),
                moved(answer),
                Freshness.of(answer),
                items.interval(),
                published(readings),
                readings.size(),
                result.published(),
                result.complete() && all,
                result.detail(),
                result.seen());
        return new PollResult(
                outcome,
                Links.of(answer, "hub").orElse(items.hub()),
                Links.of(answer, "self").orElse(items.self()));
    }

    /** Adds the items of the documents an index names; false when one was not to be had. */
    private boolean further(
            Source source, URI base, List<String> more, List<Reading> readings, Cancellation cancellation)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(DOCUMENTS_WITHIN);
        boolean all = true;
        for (String address : more.subList(0, Math.min(more.size(), MOST_DOCUMENTS))) {
            Optional<URI> url = WebUri.resolve(base, address);
            Optional<Fetched.Answer> answer = url.isEmpty()
                    ? Optional.empty()
                    : pages.document(FetchRequest.get(url.get(), ACCEPT), deadline, cancellation);
            if (answer.isPresent()) {
                all &= addItems(source, answer.get(), readings);
            } else {
                all = false;
            }
        }
        return all;
    }

    private boolean addItems(Source source, Fetched.Answer answer, List<Reading> readings) {
        MediaType type = MediaType.parse(answer.header("content-type").orElse(null));
        try {
            readings.addAll(reader.read(document(source, answer, type), SourceKind.SITEMAP)
                    .readings());
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static Document document(Source source, Fetched.Answer answer, MediaType type) {
        return new Document(answer.body(), type, source.id(), null, answer.url().toString());
    }

    private static List<Instant> published(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Article.class::isInstance)
                .map(reading -> ((Reading.Article) reading).draft())
                .map(RawArticle::publishedAt)
                .filter(time -> time != null)
                .toList();
    }

    private static String moved(Fetched.Answer answer) {
        return answer.movedTo().map(URI::toString).orElse(null);
    }
}
