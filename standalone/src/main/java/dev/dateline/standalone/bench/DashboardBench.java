package dev.dateline.standalone.bench;

import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.dashboard.DashboardService;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.Pipeline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The dashboard while events arrive: with streams that are read at once, with others beside them that hardly are, with none, and the same
 * load without a dashboard. What takes most comes first, so that what follows is measured in a JVM that is warm for all of it.
 */
public final class DashboardBench {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    /** Slow clients hear what they missed. */
    private static final Duration CATCH_UP = Duration.ofSeconds(3);
    /** They are written over and over, as other articles. */
    private static final int MODELS = 1_000;

    private static final double NANOS = 1e9;
    private static final double PER_CENT = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final DashboardPlan plan;
    private final Function<Map<String, String>, Settings> configured;
    private final Consumer<String> progress;

    /** A stretch of time. */
    private record Stretch(double cpu, long heap, double perSecond) {}

    /**
     * A benchmark with the settings of production.
     *
     * @param configured makes settings of the overrides it is given
     * @param progress is told what is being done, in one line each
     */
    public DashboardBench(
            DashboardPlan plan, Function<Map<String, String>, Settings> configured, Consumer<String> progress) {
        this.plan = plan;
        this.configured = configured;
        this.progress = progress;
    }

    public DashboardReport run() throws InterruptedException {
        progress.accept("making " + MODELS + " events");
        EnrichSettings settings = EnrichSettings.from(configured.apply(Map.of()));
        List<NewsEvent> events = EventWriter.events(
                Pipeline.standard(settings.copies(), settings.topics(), settings.languages()),
                BenchArticles.articles(MODELS, BenchPlan.SEED, Instant.now()));
        progress.accept("starting Kafka");
        try (BenchCluster cluster = BenchCluster.start(plan.bootstrapServers(), configured);
                EventWriter writer = new EventWriter(cluster.context().kafka(), events, plan.rate())) {
            return measure(cluster, writer);
        }
    }

    private DashboardReport measure(BenchCluster cluster, EventWriter writer) throws InterruptedException {
        ServiceContext context = cluster.context();
        DashboardService dashboard = DashboardService.of(context);
        context.settings().check();
        Stretch none;
        Stretch watched;
        Stretch beside;
        DashboardReport.Streams fastAlone;
        DashboardReport.Streams fastBesideSlow;
        DashboardReport.Streams slow;
        long skipped;
        try (ServiceHost host =
                new ServiceHost(context, new HttpSettings(BrokerSettings.HOST, 0), List.of(dashboard))) {
            host.start();
            writer.start();
            Wait.until(host::isReady, READY_WITHIN, "the dashboard to run");
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), host.port());
            try (StreamClients clients = StreamClients.open(address, plan.clients(), 0)) {
                progress.accept("warming up with " + plan.clients() + " streams at " + plan.rate() + " events/s");
                Thread.sleep(plan.warmUp().toMillis());
                progress.accept("measuring " + plan.clients() + " streams");
                clients.begin();
                watched = stretch(writer, clients.threadId());
                fastAlone = clients.fast();
            }
            try (StreamClients clients = StreamClients.open(address, plan.clients(), plan.slow())) {
                progress.accept("measuring " + plan.clients() + " streams with " + plan.slow() + " slow ones");
                clients.begin();
                beside = stretch(writer, clients.threadId());
                fastBesideSlow = clients.fast();
                clients.hurry();
                Thread.sleep(CATCH_UP.toMillis());
                slow = clients.slow();
            }
            skipped = dashboard.counters().get("dashboard_skipped_events_total").longValue();
            progress.accept("measuring without streams");
            none = stretch(writer);
        }
        progress.accept("measuring without the dashboard");
        Stretch without = stretch(writer);
        return new DashboardReport(
                Machine.of(cluster),
                watched.perSecond(),
                without.cpu(),
                none.cpu(),
                watched.cpu(),
                beside.cpu(),
                without.heap(),
                none.heap(),
                watched.heap(),
                beside.heap(),
                skipped,
                fastAlone,
                fastBesideSlow,
                slow);
    }

    /**
     * What the process takes for a while.
     *
     * @param clients threads whose CPU time is not the server's, beside the writer's
     */
    private Stretch stretch(EventWriter writer, long... clients) throws InterruptedException {
        long written = writer.written();
        long cpu = serverCpu(writer, clients);
        long started = System.nanoTime();
        Thread.sleep(plan.length().toMillis());
        double seconds = (System.nanoTime() - started) / NANOS;
        double perCent = (serverCpu(writer, clients) - cpu) / NANOS / seconds * PER_CENT;
        double perSecond = (writer.written() - written) / seconds;
        System.gc();
        System.gc(); // what the first one left to finalisers and caches
        Runtime runtime = Runtime.getRuntime();
        return new Stretch(perCent, runtime.totalMemory() - runtime.freeMemory(), perSecond);
    }

    private static long serverCpu(EventWriter writer, long... clients) {
        long cpu = CpuTime.ofProcess() - THREADS.getThreadCpuTime(writer.threadId());
        for (long client : clients) {
            cpu -= THREADS.getThreadCpuTime(client);
        }
        return cpu;
    }
}
