package dev.dateline.ingest;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.ingest.access.Access;
import dev.dateline.ingest.count.SourceTally;
import dev.dateline.ingest.formats.Formats;
import dev.dateline.ingest.http.AccessFilter;
import dev.dateline.ingest.http.ArticleEndpoints;
import dev.dateline.ingest.http.IngestMetrics;
import dev.dateline.ingest.http.OpenApiEndpoints;
import dev.dateline.ingest.poll.Poller;
import dev.dateline.ingest.poll.read.FetchedItems;
import dev.dateline.ingest.poll.work.PollMetrics;
import dev.dateline.ingest.publish.KafkaPublisher;
import dev.dateline.ingest.read.page.PageReader;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Accepts articles over HTTP, asks feeds for them, and publishes them to {@code news.raw.v1}; what they mean is enrich's work. */
public final class IngestService implements Service {
    private final KafkaPublisher publisher;
    private final Access access;
    private final IngestMetrics metrics;
    private final ArticleEndpoints endpoints;
    private final Poller poller;
    private final StepCounters steps;
    private final SourceTally sources;

    private IngestService(
            KafkaPublisher publisher,
            Access access,
            IngestMetrics metrics,
            ArticleEndpoints endpoints,
            Poller poller,
            StepCounters steps,
            SourceTally sources) {
        this.publisher = publisher;
        this.access = access;
        this.metrics = metrics;
        this.endpoints = endpoints;
        this.poller = poller;
        this.steps = steps;
        this.sources = sources;
    }

    /** Reads {@code dateline.ingest}; connects to nothing before {@link #start()}. */
    public static IngestService of(ServiceContext context) {
        return of(
                context, HttpSettings.from(context.settings().section("ingest")).host());
    }

    /**
     * As {@link #of(ServiceContext)} behind a port that somebody else chooses.
     *
     * @param host the address it is opened on, which decides whether requests need a key
     */
    public static IngestService of(ServiceContext context, String host) {
        IngestSettings settings = IngestSettings.from(context.settings());
        KafkaPublisher publisher =
                new KafkaPublisher(context.kafka(), context.topics().raw(), settings.publisher(), context.metrics());
        StepCounters steps = new StepCounters(context.metrics());
        SourceTally sources = new SourceTally(InstantSource.system());
        IngestMetrics metrics = new IngestMetrics(context.metrics(), steps, sources);
        return new IngestService(
                publisher,
                new Access(
                        settings.access(),
                        host,
                        context.kafka(),
                        context.topics().accessKeys(),
                        Clock.systemUTC()),
                metrics,
                new ArticleEndpoints(Formats.all(), settings.limits(), publisher, metrics, Clock.systemUTC()),
                new Poller(
                        context,
                        settings.poller(),
                        publisher,
                        new FetchedItems(),
                        new PageReader(),
                        new PollMetrics(context.metrics(), steps, sources)),
                steps,
                sources);
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        publisher.start();
        access.start();
        poller.start();
    }

    /** Up while the cluster answers and has the topic, and requests can be told from each other. */
    @Override
    public Health health() {
        Health publishing = publisher.health();
        return publishing.isUp() ? access.health() : publishing;
    }

    @Override
    public Map<String, Double> counters() {
        Map<String, Double> counters = new TreeMap<>(metrics.counters());
        counters.putAll(poller.counters());
        return counters;
    }

    @Override
    public void report(TelemetryBuilder telemetry) {
        SourceTally.Changes changes = sources.takeChanges();
        telemetry.steps(steps.counts()).sources(changes.sources()).sourcesLeftOut(changes.leftOut());
    }

    @Override
    public Endpoints endpoints() {
        return routes -> {
            new AccessFilter(access.gate(), metrics).addTo(routes);
            endpoints.addTo(routes);
            new OpenApiEndpoints().addTo(routes);
            poller.endpoints().addTo(routes);
        };
    }

    @Override
    public void close() {
        // While the publisher still takes what its polls under way have found.
        poller.close();
        publisher.close();
        endpoints.close();
        access.close();
    }
}
