package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaProbe;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.dashboard.alerts.Alerts;
import dev.dateline.dashboard.alerts.Signals;
import dev.dateline.dashboard.alerts.SituationSignals;
import dev.dateline.dashboard.http.AlertEndpoints;
import dev.dateline.dashboard.http.DashboardEndpoints;
import dev.dateline.dashboard.http.LiveStream;
import dev.dateline.dashboard.http.SeriesEndpoints;
import dev.dateline.dashboard.reader.PastReader;
import dev.dateline.dashboard.reader.TopicReader;
import dev.dateline.dashboard.series.Flows;
import dev.dateline.dashboard.series.Metric;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.sources.SourceTable;
import dev.dateline.dashboard.verdict.Watch;
import dev.dateline.dashboard.view.Counts;
import dev.dateline.dashboard.view.DashboardView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The dashboard as a service: reads the topics into the view, and serves the view. Many may run side by side. */
public final class DashboardService implements Service {
    private final StepCounters steps;
    private final DashboardView view;
    private final Series series;
    private final KafkaProbe probe;
    private final TopicReader reader;
    private final LiveStream stream;
    private final PeriodicTask streaming;
    private final Alerts alerts;
    private final Watch watch;
    private final SourceTable sources;
    private final List<Part> parts;
    private final Endpoints endpoints;

    private DashboardService(ServiceContext context, DashboardSettings settings) {
        InstantSource clock = InstantSource.system();
        this.steps = new StepCounters(context.metrics());
        this.view = new DashboardView(clock, settings.bounds());
        this.series = new Series(clock, settings.bounds().sources());
        this.probe = new KafkaProbe(context.kafka(), "dashboard-probe", TopicReader.topicsRead(context.topics()));
        AdminPart admin = new AdminPart(context.kafka(), clock);
        SourcesPart sourcesPart = new SourcesPart(context.kafka(), admin, series, clock);
        this.sources = sourcesPart.table();
        this.parts = List.of(
                admin,
                sourcesPart,
                new DeadLettersPart(context.kafka(), admin, clock),
                new ArticlesPart(context.kafka(), clock));
        String telemetry = context.topics().telemetry().name();
        this.reader = new TopicReader(
                context.kafka(),
                view,
                List.of(series, sources),
                steps.of("apply-records"),
                new PastReader(context.kafka(), series, clock, () -> view.unreadable(telemetry)));
        this.alerts = new Alerts(settings.alerts(), context.instanceId(), this::signals, clock);
        this.watch = new Watch(clock, view, series, sources::silent, alerts::reasons, this::health);
        this.stream = new LiveStream(clock, view, series, watch, this::health, settings.maxClients());
        this.streaming = new PeriodicTask("dashboard-stream", LiveStream.ROUND, stream::round);
        List<Endpoints> all = new ArrayList<>(List.of(
                new DashboardEndpoints(view, stream, this::health),
                new SeriesEndpoints(clock, series, watch),
                new AlertEndpoints(alerts)));
        parts.forEach(part -> all.add(part.endpoints()));
        this.endpoints = Endpoints.of(all);
        register(context.metrics());
    }

    /** Alerts look at what the watch saw last, and the verdict at what alerts said before. */
    private Optional<Signals> signals() {
        return SituationSignals.of(watch.latest());
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
                .description("Live streams closed because the client read nothing at all")
                .register(metrics);
        FunctionCounter.builder("dateline.dashboard.skipped.events", stream, LiveStream::skipped)
                .description("Events that clients of the live stream were not sent because they did not keep up")
                .register(metrics);
        Gauge.builder("dateline.dashboard.clients", stream, LiveStream::clients)
                .description("Live streams open")
                .register(metrics);
        alerts.register(metrics);
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
        alerts.start();
        parts.forEach(Part::start);
    }

    @Override
    public Health health() {
        Health kafka = probe.health();
        return kafka.isUp() ? reader.health() : kafka;
    }

    @Override
    public Map<String, Double> counters() {
        Map<String, Double> counters = new HashMap<>(Map.of(
                "dashboard_records_total", (double) reader.records(),
                "dashboard_unreadable_total", (double) view.unreadable(),
                "dashboard_dropped_clients_total", (double) stream.dropped(),
                "dashboard_skipped_events_total", (double) stream.skipped(),
                "dashboard_clients", (double) stream.clients()));
        if (reader.health().isUp()) {
            // Half a ledger would look like a loss to those who read these later.
            Counts totals = view.totals();
            counters.put(Flows.counter(Metric.RAW), (double) totals.raw());
            counters.put(Flows.counter(Metric.EVENTS), (double) totals.events());
            counters.put(Flows.counter(Metric.DUPLICATES), (double) totals.duplicates());
            counters.put(Flows.counter(Metric.RESENDS), (double) totals.resends());
            counters.put(Flows.counter(Metric.DEAD_LETTERS), (double) totals.deadLetters());
            counters.put(Flows.counter(Metric.IN_FLIGHT), (double) totals.inFlight());
            counters.put(Flows.counter(Metric.SILENT_SOURCES), (double)
                    sources.silent().size());
        }
        return counters;
    }

    @Override
    public void report(TelemetryBuilder telemetry) {
        telemetry.steps(steps.counts());
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        alerts.close();
        for (int i = parts.size() - 1; i >= 0; i--) {
            // Against the order of the list: the later ones write with what the first one has.
            parts.get(i).close();
        }
        streaming.close();
        stream.close();
        reader.close();
        probe.close();
    }
}
