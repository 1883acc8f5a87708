package dev.dateline.ingest.poll;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.ingest.poll.cluster.PollGroup;
import dev.dateline.ingest.poll.cluster.SourceTopics;
import dev.dateline.ingest.poll.cluster.SourceWriter;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.http.SourceEndpoints;
import dev.dateline.ingest.poll.read.ItemReader;
import dev.dateline.ingest.poll.robots.Robots;
import dev.dateline.ingest.poll.schedule.HostTurns;
import dev.dateline.ingest.poll.schedule.PollOutcome;
import dev.dateline.ingest.poll.schedule.Scheduler;
import dev.dateline.ingest.poll.schedule.StateLog;
import dev.dateline.ingest.poll.schedule.Turns;
import dev.dateline.ingest.poll.websub.Deliveries;
import dev.dateline.ingest.poll.websub.WebSub;
import dev.dateline.ingest.poll.websub.WebSubEndpoints;
import dev.dateline.ingest.poll.work.NewItems;
import dev.dateline.ingest.poll.work.Pages;
import dev.dateline.ingest.poll.work.PollClock;
import dev.dateline.ingest.poll.work.PollMetrics;
import dev.dateline.ingest.poll.work.PollWorkers;
import dev.dateline.ingest.poll.work.SourcePoll;
import dev.dateline.ingest.publish.Publisher;
import dev.dateline.ingest.read.FormatReader;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.Map;

/**
 * The poller of one instance, put together:
 *
 * <pre>
 * sources file, HTTP ─► news.sources.v1 ─┬─► scheduler ─ claim ─► workers: fetch ─► read ─► publish ─► news.raw.v1
 *                                        │       ▲                                 │
 *                  news.source-states.v1 ◄───────┴──── what was found ◄────────────┘
 * </pre>
 */
public final class Poller implements AutoCloseable {
    /** For polls that have to stop because their source moves or the service closes. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PollerSettings settings;
    private final Fetcher fetcher;
    private final SourceTopics topics;
    private final SourceWriter writer;
    private final PollWorkers workers;
    private final PollGroup group;
    private final Declaration declaration;
    private final PollMetrics metrics;
    private final Endpoints endpoints;
    private volatile Scheduler scheduler;

    /** A poller that does nothing yet; {@code items} and {@code pages} read what it fetches. */
    public Poller(
            ServiceContext context,
            PollerSettings settings,
            Publisher publisher,
            ItemReader items,
            FormatReader pages,
            PollMetrics metrics) {
        PollClock clock = PollClock.system();
        this.settings = settings;
        this.metrics = metrics;
        this.fetcher = new Fetcher(settings.fetch());
        this.topics = new SourceTopics(context.kafka(), context.topics());
        this.writer = new SourceWriter(context.kafka(), context.topics(), topics);
        HostTurns turns = new HostTurns(settings.hostDelay());
        Pages fetchedPages = new Pages(fetcher, new Robots(fetcher, clock), pages, turns, clock);
        NewItems newItems = new NewItems(publisher, fetchedPages, clock, metrics);
        WebSub webSub =
                new WebSub(settings.callback(), settings.rules().safety(), fetcher, topics, writer::subscribe, clock);
        this.workers = new PollWorkers(
                settings.workers(),
                GRACE,
                new SourcePoll(fetcher, items, fetchedPages, newItems, turns, clock, metrics),
                webSub::found,
                metrics);
        this.group = new PollGroup(context.kafka(), context.topics(), topics, context.instanceId(), log -> {
            scheduler = scheduler(context, log, turns, webSub, clock);
            return scheduler;
        });
        this.declaration =
                settings.sourcesFile() == null ? null : new Declaration(settings.sourcesFile(), topics, writer, clock);
        Deliveries deliveries = new Deliveries(topics, items, newItems, this::delivered, metrics);
        this.endpoints = routes -> {
            new SourceEndpoints(topics, writer, settings.maxSources(), clock).addTo(routes);
            new WebSubEndpoints(webSub, deliveries, settings.fetch().maxBytes()).addTo(routes);
        };
        Gauge.builder("dateline.poller.sources", group, PollGroup::owned)
                .description("Sources which this instance polls")
                .register(context.metrics());
    }

    private Scheduler scheduler(ServiceContext context, StateLog log, HostTurns turns, WebSub webSub, PollClock clock) {
        return new Scheduler(
                new Turns(settings.rules(), context.instanceId()),
                topics,
                log,
                workers,
                turns,
                webSub::delivers,
                clock);
    }

    private void delivered(String sourceId, PollOutcome.Pushed pushed) {
        scheduler.delivered(sourceId, pushed);
    }

    public void start() {
        topics.start();
        if (declaration != null) {
            declaration.start();
        }
        if (settings.enabled()) {
            group.start();
        }
    }

    /** {@code /v1/sources} and the callback of hubs. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Since the start, for telemetry. */
    public Map<String, Double> counters() {
        return metrics.counters();
    }

    /** Lets polls under way end, for some seconds, and leaves the group. Before the publisher closes. */
    @Override
    public void close() {
        if (declaration != null) {
            declaration.close();
        }
        group.close();
        workers.close();
        fetcher.close();
        writer.close();
        topics.close();
    }
}
