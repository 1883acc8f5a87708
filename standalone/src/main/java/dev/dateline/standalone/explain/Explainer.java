package dev.dateline.standalone.explain;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.extract.PlainTextReader;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.publish.Tagged;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.step.Traced;
import dev.dateline.enrich.stream.DeadLetters;
import dev.dateline.enrich.stream.DecideProcessor;
import dev.dateline.enrich.stream.DecodeProcessor;
import dev.dateline.enrich.stream.IdentifyProcessor;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.ingest.formats.Formats;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.standalone.compare.Reasoning;
import dev.dateline.standalone.explain.Explanation.Identity;
import dev.dateline.standalone.explain.Explanation.ReadLine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the steps of the topology over one article, on an empty store: it is the first of its id and of its words. */
public final class Explainer {
    public static final String ACCEPT = "accept-article";

    /** There is no partition and no offset where there is no Kafka. */
    private static final int NOWHERE = -1;

    private static final Formats FORMATS = Formats.all();

    private final Pipeline pipeline;
    private final EnrichSettings settings;
    private final String rawTopic;
    private final int maxBytes;
    private final StepMeter steps = new StepMeter(new SimpleMeterRegistry());

    /**
     * An explainer with the service's steps.
     *
     * @param settings for what is said about windows
     * @param rawTopic the topic a dead letter would name
     * @param maxBytes the largest article that ingest accepts
     */
    public Explainer(Pipeline pipeline, EnrichSettings settings, String rawTopic, int maxBytes) {
        this.pipeline = pipeline;
        this.settings = settings;
        this.rawTopic = rawTopic;
        this.maxBytes = maxBytes;
    }

    /** What would become of an article received at a time. */
    public Explanation explain(Input input, Instant receivedAt) {
        Account account = new Account(input);
        long started = System.nanoTime();
        try {
            account.raw = accept(input, receivedAt);
        } catch (ProblemException e) {
            account.problem = e.problem();
            return account.finished();
        }
        account.durationsUs.put(ACCEPT, micros(started));
        return enrich(account, receivedAt);
    }

    private RawArticle accept(Input input, Instant receivedAt) {
        if (input.bytes().length > maxBytes) {
            throw new ProblemException(Problem.of(
                    ProblemType.TOO_LARGE,
                    "an article may have " + maxBytes
                            + " bytes (dateline.ingest.max-article-bytes), this one has more"));
        }
        RawArticle draft = FORMATS.readOne(new Document(
                input.bytes(), MediaType.parse(input.mediaType()), input.source(), input.id(), input.url()));
        return ArticleRules.admit(draft, input.mediaType(), receivedAt, null);
    }

    private Explanation enrich(Account account, Instant receivedAt) {
        byte[] record = Json.bytes(account.raw);
        Origin origin = new Origin(
                rawTopic,
                NOWHERE,
                NOWHERE,
                receivedAt,
                account.raw.articleId(),
                record,
                account.raw.sourceId(),
                account.raw.articleId(),
                0,
                0);
        Traced<RawArticle> decoded = steps.<byte[], RawArticle>tracedStep(
                        DecodeProcessor.NAME, traced -> pipeline.decode().decode(traced.value(), receivedAt))
                .apply(new Traced<>(origin, Outcome.done(record), DecodeProcessor.NAME, Map.of()));
        Traced<Article> extracted =
                steps.step("extract-article", pipeline.extract()).apply(decoded);
        if (!extracted.failed() || extracted.failure().reason() == Reason.NO_TEXT) {
            account.lines = lines(decoded.value());
        }
        if (!extracted.failed()) {
            account.article = extracted.value();
        }
        Traced<Sketched> sketched =
                steps.step("sketch-article", pipeline.sketch()).apply(extracted);
        Traced<Identified.Fresh> identified = steps.<Sketched, Identified.Fresh>step(
                        IdentifyProcessor.NAME, this::identify)
                .apply(sketched);
        if (!identified.failed()) {
            account.identity = identity(account.raw, sketched.value(), identified.value());
        }
        Traced<Original> decided = steps.<Identified.Fresh, Original>step(
                        DecideProcessor.NAME, fresh -> Outcome.done(decide(account.article, fresh)))
                .apply(identified);
        Traced<Tagged> tagged =
                steps.<Original, Tagged>step("tag-article", this::tag).apply(decided);
        if (!tagged.failed()) {
            account.tags = tagged.value().tags();
        }
        Traced<NewsEvent> composed =
                steps.tracedStep("compose-event", pipeline.compose()::compose).apply(tagged);
        account.durationsUs.putAll(composed.durationsUs());
        if (composed.failed()) {
            account.refused = composed;
        } else {
            account.event = composed.value();
        }
        return account.finished();
    }

    private Outcome<Identified.Fresh> identify(Sketched sketched) {
        // Nothing is known, so it can't be a resend.
        return Outcome.done((Identified.Fresh)
                pipeline.identify().identify(null, sketched.article(), new RawPlace(NOWHERE, NOWHERE)));
    }

    /** The one share of the bands that there is has nobody near. */
    private Original decide(Article article, Identified.Fresh fresh) {
        int revision = fresh.version().revision();
        ArticleState asked = fresh.state().with(fresh.state().standing().asked(revision, 1));
        Decision.Publish alone = (Decision.Publish) pipeline.decide()
                .answered(asked, revision, 0, List.of(), 0)
                .decisions()
                .get(0);
        return new Original(article, alone.revision(), alone.copiesSeen());
    }

    private Outcome<Tagged> tag(Original original) {
        return pipeline.tag().apply(original.article()).then(tags -> Outcome.done(new Tagged(original, tags)));
    }

    private Identity identity(RawArticle raw, Sketched sketched, Identified.Fresh fresh) {
        String from = raw.providerId() != null ? "provider_id" : raw.url() != null ? "url" : "content";
        return new Identity(
                raw.articleId(),
                from,
                fresh.version().revision(),
                fresh.version().contentHash(),
                fresh.state().words(),
                sketched.sketch().shingles(),
                sketched.sketch().numbers().length,
                "the same article_id with the same content_hash, within " + days(settings.identityRetention()),
                "the same article_id with another content_hash, within " + days(settings.identityRetention()),
                "another article_id, published within "
                        + days(settings.copies().rule().window()) + " of it, and at least "
                        + Reasoning.percent(settings.copies().rule().threshold())
                        + " of the shorter text is in the other; the original is the one published first, then received first");
    }

    private static String days(Duration duration) {
        return duration.toDays() + " days";
    }

    /** Why the extract step read each line as it did; for pasted text only, other bodies have no roles to tell apart. */
    private static List<ReadLine> lines(RawArticle raw) {
        boolean pasted = raw.bodyText() != null && Input.TEXT.equals(raw.mediaType());
        if (!pasted) {
            return null;
        }
        String[] texts = raw.bodyText().split("\\R", -1);
        return new PlainTextReader()
                .read(raw.bodyText(), raw.receivedAt()).lines().stream()
                        .map(line -> new ReadLine(line.line(), line.role(), line.why(), texts[line.line() - 1]))
                        .toList();
    }

    private static long micros(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toNanos() / 1000;
    }

    /** An explanation while it is being made. */
    private final class Account {
        private final Input input;
        private final Map<String, Long> durationsUs = new LinkedHashMap<>();
        private Problem problem;
        private RawArticle raw;
        private List<ReadLine> lines;
        private Article article;
        private Identity identity;
        private Tags tags;
        private NewsEvent event;
        private Traced<?> refused;

        Account(Input input) {
            this.input = input;
        }

        Explanation finished() {
            return new Explanation(
                    new Explanation.Given(input.name(), input.bytes().length, input.mediaType(), input.mediaTypeFrom()),
                    problem,
                    raw,
                    lines,
                    article,
                    identity,
                    tags,
                    event,
                    refused == null ? null : new DeadLetters(pipeline.version()).of(refused),
                    durationsUs);
        }
    }
}
