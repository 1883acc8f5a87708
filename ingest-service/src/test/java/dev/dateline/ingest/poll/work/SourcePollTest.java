package dev.dateline.ingest.poll.work;

import static dev.dateline.ingest.poll.FeedServer.bytes;
import static dev.dateline.ingest.poll.FeedServer.ok;
import static dev.dateline.ingest.poll.FeedServer.redirect;
import static dev.dateline.ingest.poll.FeedServer.status;
import static dev.dateline.ingest.poll.FeedServer.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.SourceStatus;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.ingest.count.SourceTally;
import dev.dateline.ingest.poll.FeedServer;
import dev.dateline.ingest.poll.LineFeed;
import dev.dateline.ingest.poll.MemoryPublisher;
import dev.dateline.ingest.poll.Samples;
import dev.dateline.ingest.poll.VirtualClock;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchSettings;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.Networks;
import dev.dateline.ingest.poll.robots.Robots;
import dev.dateline.ingest.poll.schedule.HostTurns;
import dev.dateline.ingest.poll.schedule.Turns;
import dev.dateline.ingest.read.page.PageReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One source after the other poll, against a server that does what servers do, on a clock that nobody waits for. */
class SourcePollTest {
    private final FeedServer server = new FeedServer();
    private final VirtualClock clock = new VirtualClock();
    private final MemoryPublisher publisher = new MemoryPublisher();
    private final HostTurns hosts = new HostTurns(Duration.ofSeconds(2));
    private final Turns turns = new Turns(Samples.RULES, "i-1");
    private final Fetcher fetcher = new Fetcher(
            new FetchSettings("dateline/test", Networks.parse("127.0.0.0/8"), 1 << 20, Duration.ofSeconds(20)));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SourceTally sources = new SourceTally(InstantSource.system());
    private final StepCounters steps = new StepCounters(registry);
    private final PollMetrics metrics = new PollMetrics(registry, steps, sources);
    private final SourcePoll poll = poll();
    private final Source source =
            Samples.source("harbour-post", server.url("/feed").toString()).build();
    private SourceState state;

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    private SourcePoll poll() {
        LineFeed reader = new LineFeed();
        Pages pages = new Pages(fetcher, new Robots(fetcher, clock), new PageReader(), hosts, clock);
        return new SourcePoll(
                fetcher, reader, pages, new NewItems(publisher, pages, clock, metrics), hosts, clock, metrics);
    }

    /** Waits until the source is due, polls it, and notes what was found. */
    private PollResult poll(Source polled) {
        clock.moveTo(Turns.due(polled, state).orElseThrow());
        state = turns.claim(polled, state, clock.instant());
        hosts.take("127.0.0.1", clock.instant());
        try {
            PollResult result = poll.run(polled, state, new Cancellation());
            state = turns.after(polled, state, result.outcome(), clock.instant(), false);
            return result;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlyNewAndChangedItemsArePublishedTheOldestFirst() {
        server.on("/feed", ok(LineFeed.of("2|Second|Text.", "1|First|Text.")));
        poll(source);
        server.on("/feed", ok(LineFeed.of("3|Third|Text.", "2|Second, corrected|Text.", "1|First|Text.")));
        poll(source);
        poll(source);

        assertThat(publisher.titles()).containsExactly("First", "Second", "Second, corrected", "Third");
        assertThat(publisher.articles()).allSatisfy(article -> {
            assertThat(article.sourceId()).isEqualTo("harbour-post");
            assertThat(article.receivedAt()).isNotNull();
        });
        assertThat(publisher.articles().get(1).articleId())
                .isEqualTo(publisher.articles().get(2).articleId());
        assertThat(state.status()).isEqualTo(SourceStatus.UNCHANGED);
        assertThat(state.items()).isEqualTo(3);
        assertThat(state.publishedItems()).isEqualTo(4);
        assertThat(metrics.counters()).containsEntry("poller_items_published_total", 4.0);
    }

    @Test
    void theDeclarationFillsWhatItemsDoNotSay() {
        server.on("/feed", ok(LineFeed.of("1|First|Text.")));

        poll(SourceBuilder.builder(source).name("Harbour Post").language("en").build());

        assertThat(publisher.articles().get(0).sourceName()).isEqualTo("Harbour Post");
        assertThat(publisher.articles().get(0).language()).isEqualTo("en");
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        server.on("/feed", versioned("\"7\"", LineFeed.of("1|First|Text.")));
        poll(source);
        poll(source);

        assertThat(server.asked("/feed").get(0).header("if-none-match")).isNull();
        assertThat(server.asked("/feed").get(1).header("if-none-match")).isEqualTo("\"7\"");
        assertThat(state.httpStatus()).isEqualTo(304);
        assertThat(publisher.titles()).containsExactly("First");
    }

    @Test
    void aPermanentMoveIsFollowedAndAfterTheSecondTimeTheOldAddressIsAskedNoMore() {
        server.on("/feed", redirect(301, "/new")).on("/new", ok(LineFeed.of("1|First|Text.")));
        poll(source);
        poll(source);
        server.forget();
        poll(source);

        assertThat(server.asked()).extracting(FeedServer.Asked::path).containsExactly("/new");
        assertThat(state.movedTo()).isEqualTo(server.url("/new").toString());
    }

    @Test
    void aTemporaryMoveIsFollowedEachTime() {
        server.on("/feed", redirect(302, "/new")).on("/new", ok(LineFeed.of("1|First|Text.")));
        poll(source);
        poll(source);
        poll(source);

        assertThat(server.asked("/feed")).hasSize(3);
        assertThat(state.movedTo()).isNull();
    }

    @Test
    void theGoneIsNotAskedAgain() {
        server.on("/feed", status(410));
        poll(source);

        assertThat(state.status()).isEqualTo(SourceStatus.GONE);
        assertThat(Turns.due(source, state)).isEmpty();
    }

    @Test
    void theBusyIsLeftAloneAsLongAsItAsks() {
        server.on("/feed", status(429, "Retry-After", "7200"));
        poll(source);

        assertThat(state.nextPollAt()).isEqualTo(VirtualClock.START.plusSeconds(7200));
        assertThat(hosts.take("127.0.0.1", VirtualClock.START.plusSeconds(7199)))
                .isFalse();
        assertThat(hosts.take("127.0.0.1", VirtualClock.START.plusSeconds(7200)))
                .isTrue();
    }

    @Test
    void errorsSayWhatAPersonCanDo() {
        server.on("/feed", status(403));
        poll(source);
        assertThat(state.detail()).contains("header");

        server.on("/feed", ok("<html>no feed</html>"));
        poll(source);
        assertThat(state.detail()).contains("this is no feed");
        assertThat(state.failures()).isEqualTo(2);

        server.on("/feed", bytes(200, new byte[2 << 20]));
        poll(source);
        assertThat(state.detail()).contains("longer than 1048576 bytes");
    }

    @Test
    void whatKafkaDidNotTakeComesWithTheNextPoll() {
        server.on("/feed", versioned("\"1\"", LineFeed.of("2|Second|Text.", "1|First|Text.")));
        publisher.refuse(article -> article.title().equals("Second"));
        poll(source);
        assertThat(publisher.titles()).containsExactly("First");
        assertThat(state.etag()).isNull();

        publisher.refuse(article -> false);
        poll(source);

        assertThat(publisher.titles()).containsExactly("First", "Second");
        assertThat(state.etag()).isEqualTo("\"1\"");
    }

    @Test
    void anItemThatIsNoArticleIsRefusedOnceAndTheOthersGoOn() {
        server.on("/feed", ok(LineFeed.of("2|Second|Text.", "1|No body")));
        poll(source);

        assertThat(publisher.titles()).containsExactly("Second");
        assertThat(state.detail()).contains("1 of 2 items refused").contains("there is no body");
        poll(source);
        assertThat(state.detail()).isNull();
    }

    @Test
    void headersGoAlong() {
        server.on("/feed", ok(LineFeed.of()));
        poll(SourceBuilder.builder(source).headers(Map.of("X-Key", "k")).build());

        assertThat(server.asked("/feed").get(0).header("x-key")).isEqualTo("k");
    }

    @Test
    void fullTextIsFetchedWhereRobotsAllowItAtTheHostsPace() {
        server.on("/robots.txt", ok("User-agent: *\nDisallow: /private/\nCrawl-delay: 5\n"))
                .on(
                        "/feed",
                        ok(LineFeed.of(
                                "2|Second|Teaser.|" + server.url("/private/2"), "1|First|Teaser.|" + server.url("/1"))))
                .on("/1", ok("<p>The whole story.</p>", "Content-Type", "text/html"));

        poll(SourceBuilder.builder(source).fullText(true).build());

        RawArticle first = publisher.articles().get(0);
        assertThat(first.pageHtml()).isEqualTo("<p>The whole story.</p>");
        assertThat(first.bodyText()).isNull();
        assertThat(first.mediaType()).isEqualTo("text/html");
        assertThat(publisher.articles().get(1).bodyText()).isEqualTo("Teaser.");
        assertThat(server.asked("/private/2")).isEmpty();
        assertThat(server.asked("/robots.txt")).hasSize(1);
        assertThat(Duration.between(VirtualClock.START, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void withoutAnAnswerAboutRobotsNoPageIsFetched() {
        server.on("/robots.txt", status(503))
                .on("/feed", ok(LineFeed.of("1|First|Teaser.|" + server.url("/1"))))
                .on("/1", ok("<p>The whole story.</p>", "Content-Type", "text/html"));

        poll(SourceBuilder.builder(source).fullText(true).build());

        assertThat(server.asked("/1")).isEmpty();
        assertThat(publisher.articles().get(0).bodyText()).isEqualTo("Teaser.");
    }

    @Test
    void manyPagesAreSpreadOverPolls() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(i + "|Item " + i + "||" + server.url("/p" + i));
            server.on("/p" + i, ok("<p>Story " + i + "</p>", "Content-Type", "text/html"));
        }
        Collections.reverse(items);
        server.on("/feed", versioned("\"1\"", LineFeed.of(items.toArray(String[]::new))));
        Source full = SourceBuilder.builder(source).fullText(true).build();

        poll(full);
        assertThat(publisher.articles()).hasSize(30);
        poll(full);

        assertThat(publisher.titles())
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> "Item " + i).toList());
        assertThat(state.etag()).isEqualTo("\"1\"");
    }

    @Test
    void aSitemapNamesPagesAndAnIndexNamesSitemaps() {
        server.on("/index", ok(LineFeed.of("more=/map-2", "more=/map-1"), "ETag", "\"1\""))
                .on("/map-2", ok(LineFeed.of("|Second||" + server.url("/2"))))
                .on("/map-1", ok(LineFeed.of("|First||" + server.url("/1"))))
                .on("/1", ok("<p>One.</p>", "Content-Type", "text/html"))
                .on("/2", ok("<p>Two.</p>", "Content-Type", "text/html; charset=utf-8"));
        Source sitemap = SourceBuilder.builder(source)
                .url(server.url("/index").toString())
                .kind(SourceKind.SITEMAP)
                .build();

        poll(sitemap);
        poll(sitemap);

        assertThat(publisher.articles()).extracting(RawArticle::pageHtml).containsExactly("<p>One.</p>", "<p>Two.</p>");
        assertThat(server.asked("/1")).hasSize(1);
        assertThat(server.asked("/index").get(1).header("if-none-match")).isNull();
    }

    @Test
    void hubsAreFoundInHeadersAndInTheFeed() {
        server.on("/feed", ok(LineFeed.of("hub=https://hub.example/", "self=https://a.example/feed")));
        PollResult inFeed = poll(source);
        server.on(
                "/feed",
                ok(
                        LineFeed.of("hub=https://hub.example/"),
                        "Link",
                        "<https://b.example/>; rel=\"alternate\", <https://hub2.example/>; rel=\"hub\"",
                        "Link",
                        "</self>; rel=self"));
        PollResult inHeaders = poll(source);

        assertThat(inFeed.hub()).isEqualTo("https://hub.example/");
        assertThat(inFeed.self()).isEqualTo("https://a.example/feed");
        assertThat(inHeaders.hub()).isEqualTo("https://hub2.example/");
        assertThat(inHeaders.self()).isEqualTo(server.url("/self").toString());
    }

    @Test
    void anItemThatComesBackIsStillKnown() {
        server.on("/feed", ok(LineFeed.of("1|First|Text.")));
        poll(source);
        server.on("/feed", ok(LineFeed.of("2|Second|Text.")));
        poll(source);
        server.on("/feed", ok(LineFeed.of("1|First|Text.")));
        poll(source);

        assertThat(publisher.titles()).containsExactly("First", "Second");
        assertThat(state.seen()).hasSize(16);
    }
}
