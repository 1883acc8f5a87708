package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaProbe;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.dashboard.http.DashboardEndpoints;
import dev.dateline.dashboard.http.LiveStream;
import dev.dateline.dashboard.reader.TopicReader;
import dev.dateline.dashboard.view.Counts;
import dev.dateline.dashboard.view.DashboardView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The dashboard as a service: reads the topics into the view, and serves the view. Many may run side by side. */
public final class DashboardService implements Service {
    private final DashboardView view;
    private final KafkaProbe probe;
    private final TopicReader reader;
    private final LiveStream stream;
    private final PeriodicTask streaming;
    private final AdminPart admin;
    private final ArticlesPart articles;
    private final Endpoints endpoints;

    private DashboardService(ServiceContext context, DashboardSettings settings) {
        this.view = new DashboardView(InstantSource.system(), settings.bounds());
        this.probe = new KafkaProbe(context.kafka(), "dashboard-probe", TopicReader.topicsRead(context.topics()));
        this.reader = new TopicReader(context.kafka(), view);
        this.stream = new LiveStream(view, this::health, settings.maxClients());
        this.streaming = new PeriodicTask("dashboard-stream", LiveStream.ROUND, stream::round);
        this.admin = new AdminPart(context.kafka(), InstantSource.system());
        this.articles = new ArticlesPart(context.kafka(), InstantSource.system());
        Endpoints pages = new DashboardEndpoints(view, stream, this::health);
        this.endpoints = routes -> {
            pages.addTo(routes);
            admin.endpoints().addTo(routes);
            articles.endpoints().addTo(routes);
        };
        register(context.metrics());
    }

    /** Reads {@code dateline.dashboard}; does no I/O before {@link #start()}. */
    public static DashboardService of(ServiceContext context) {
        return new DashboardService(context, DashboardSettings.from(context.settings()));
    }

    private void register(MeterRegistry metrics) {
        FunctionCounter.builder("dateline.dashboard.records", reader, TopicReader::records)
                .description("Records read from the topics")
                .register(metrics);
        FunctionCounter.builder("dateline.dashboard.unreadable", view, DashboardView::unreadable)
                .description("Records skipped because they can't be read; above zero means a broken producer")
                .register(metrics);
        FunctionCounter.builder("dateline.dashboard.dropped.clients", stream, LiveStream::dropped)
                .description("Live streams closed because the client did not keep up")
                .register(metrics);
        Gauge.builder("dateline.dashboard.clients", stream, LiveStream::clients)
                .description("Live streams open")
                .register(metrics);
        registerLedger(metrics);
    }

    /** {@code raw = in_flight + the sum over every outcome}, as in the ledger; each is since its beginning. */
    private void registerLedger(MeterRegistry metrics) {
        Gauge.builder("dateline.ledger.raw", view, counted -> counted.totals().raw())
                .description("Raw records that enrich has read")
                .register(metrics);
        Gauge.builder("dateline.ledger.in.flight", view, counted -> counted.totals()
                        .inFlight())
                .description("Raw records not settled; above zero while nothing arrives means lost work")
                .register(metrics);
        Map<String, ToDoubleFunction<Counts>> outcomes = Map.of(
                "event", Counts::events,
                "duplicate", Counts::duplicates,
                "resend", Counts::resends,
                "dead_letter", Counts::deadLetters);
        outcomes.forEach((outcome, count) -> Gauge.builder(
                        "dateline.ledger.settled", view, counted -> count.applyAsDouble(counted.totals()))
                .description("Raw records by what became of them")
                .tag("outcome", outcome)
                .register(metrics));
    }

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public void start() {
        probe.start();
        reader.start();
        streaming.start();
        admin.start();
        articles.start();
    }

    @Override
    public Health health() {
        Health kafka = probe.health();
        return kafka.isUp() ? reader.health() : kafka;
    }

    @Override
    public Map<String, Double> counters() {
        return Map.of(
                "dashboard_records_total", (double) reader.records(),
                "dashboard_unreadable_total", (double) view.unreadable(),
                "dashboard_dropped_clients_total", (double) stream.dropped(),
                "dashboard_clients", (double) stream.clients());
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        articles.close();
        admin.close();
        streaming.close();
        stream.close();
        reader.close();
        probe.close();
    }
}
