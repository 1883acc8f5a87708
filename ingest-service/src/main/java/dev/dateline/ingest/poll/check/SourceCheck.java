package dev.dateline.ingest.poll.check;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceState;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchRequest;
import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.WebUri;
import dev.dateline.ingest.poll.read.ItemReader;
import dev.dateline.ingest.poll.read.Items;
import dev.dateline.ingest.poll.robots.Robots;
import dev.dateline.ingest.poll.schedule.PollOutcome;
import dev.dateline.ingest.poll.schedule.PollRules;
import dev.dateline.ingest.poll.schedule.Turns;
import dev.dateline.ingest.poll.work.SourcePoll;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polls an address once as the poller would, and publishes nothing. */
public final class SourceCheck {
    private static final int SHOWN = 5;

    private final Fetcher fetcher;
    private final ItemReader reader;
    private final PollRules rules;
    private final InstantSource clock;

    public SourceCheck(Fetcher fetcher, ItemReader reader, PollRules rules, InstantSource clock) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.rules = rules;
        this.clock = clock;
    }

    public CheckReport check(Source source) {
        Optional<URI> url = WebUri.of(source.url());
        if (url.isEmpty()) {
            return CheckReport.failed(
                    null, "this is no http or https address on port 80, 443 or above 1023", List.of());
        }
        Map<String, String> headers = source.headers() == null ? Map.of() : source.headers();
        Fetched fetched = fetcher.fetch(
                new FetchRequest(url.get(), SourcePoll.ACCEPT, null, null, headers, null), new Cancellation());
        List<String> redirects = fetched.hops().stream()
                .map(hop -> hop.status() + " " + hop.to())
                .toList();
        if (fetched instanceof Fetched.Failed failed) {
            return CheckReport.failed(null, failed.detail(), redirects);
        }
        Fetched.Answer answer = (Fetched.Answer) fetched;
        if (answer.status() != 200) {
            return CheckReport.failed(
                    answer.status(),
                    "the server answers HTTP " + answer.status() + " instead of a document",
                    redirects);
        }
        MediaType type = MediaType.parse(answer.header("content-type").orElse(null));
        try {
            Document document = new Document(
                    answer.body(), type, source.id(), null, answer.url().toString());
            return report(source, answer, redirects, reader.read(document, source.kind()), type);
        } catch (ProblemException e) {
            return CheckReport.failed(answer.status(), e.problem().detail(), redirects);
        }
    }

    private CheckReport report(
            Source source, Fetched.Answer answer, List<String> redirects, Items items, MediaType type) {
        List<CheckReport.Article> articles = new ArrayList<>();
        List<Instant> published = new ArrayList<>();
        int refused = 0;
        String because = null;
        for (Reading reading : items.readings()) {
            String problem = problem(reading, type, source);
            if (problem == null) {
                RawArticle draft = ((Reading.Article) reading).draft();
                if (draft.publishedAt() != null) {
                    published.add(draft.publishedAt());
                }
                articles.add(new CheckReport.Article(draft.publishedAt(), draft.title(), draft.url(), hasText(draft)));
            } else {
                refused++;
                because = because == null ? problem : because;
            }
        }
        return new CheckReport(
                answer.status(),
                null,
                redirects,
                answer.movedTo().map(URI::toString).orElse(null),
                items.format(),
                items.title(),
                items.readings().size() + items.more().size(),
                refused,
                because,
                articles.stream().limit(SHOWN).toList(),
                items.hub(),
                pageAllowed(articles),
                nextPoll(source, items, published, articles.size()));
    }

    /** Null for an article that would be taken. Of one whose page would be fetched, the text is not missed. */
    private String problem(Reading reading, MediaType type, Source source) {
        if (reading instanceof Reading.Refused refused) {
            return refused.problem().detail();
        }
        RawArticle draft = ((Reading.Article) reading).draft();
        boolean paged =
                draft.url() != null && !hasText(draft) && (source.fullText() || source.kind() == SourceKind.SITEMAP);
        RawArticleBuilder whole = RawArticleBuilder.builder(draft).sourceId(source.id());
        try {
            ArticleRules.admit((paged ? whole.pageHtml("page") : whole).build(), type.name(), clock.instant(), null);
            return null;
        } catch (ProblemException e) {
            String field = e.problem().field();
            return (field == null ? "" : field + " ") + e.problem().detail();
        }
    }

    private static boolean hasText(RawArticle draft) {
        return draft.bodyText() != null || draft.bodyHtml() != null;
    }

    private Boolean pageAllowed(List<CheckReport.Article> articles) {
        return articles.stream()
                .map(CheckReport.Article::url)
                .filter(url -> url != null)
                .findFirst()
                .flatMap(WebUri::of)
                .map(page -> new Robots(fetcher, clock).allow(page, new Cancellation()))
                .orElse(null);
    }

    private Duration nextPoll(Source source, Items items, List<Instant> published, int articles) {
        Turns turns = new Turns(rules, "check");
        Instant now = clock.instant();
        PollOutcome outcome = new PollOutcome.Delivered(
                200, null, null, null, null, items.interval(), published, articles, articles, true, null, null);
        SourceState after = turns.after(source, turns.claim(source, null, now), outcome, now, false);
        return Duration.between(now, after.nextPollAt());
    }
}
