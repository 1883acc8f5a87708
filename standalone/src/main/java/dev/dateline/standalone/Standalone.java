package dev.dateline.standalone;

import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.dashboard.DashboardService;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.enrich.EnrichService;
import dev.dateline.ingest.IngestService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;

/** Everything in one JVM: a broker (unless an outside cluster is named), the topics, the three services behind one HTTP port. */
public final class Standalone implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final EmbeddedKafka broker;
    private final ServiceHost host;
    private final ServiceContext context;

    private Standalone(EmbeddedKafka broker, ServiceHost host, ServiceContext context) {
        this.broker = broker;
        this.host = host;
        this.context = context;
    }

    /**
     * What to start.
     *
     * @param dataDir where the broker's log and the services' state live
     * @param httpPort of ingest, dashboard and probes; 0 takes a free one
     * @param kafkaPort of the embedded broker; 0 takes a free one
     * @param bootstrapServers an outside cluster instead of the embedded broker; null for none
     */
    public record Options(Path dataDir, int httpPort, int kafkaPort, String bootstrapServers) {}

    /**
     * Starts it all and returns as soon as HTTP answers; {@link #awaitReady} waits for the rest.
     *
     * @param configured makes settings of the overrides it is given
     * @param progress is told what is being done, in one line each
     */
    public static Standalone start(
            Options options, Function<Map<String, String>, Settings> configured, Consumer<String> progress) {
        EmbeddedKafka broker = null;
        String bootstrapServers = options.bootstrapServers();
        if (bootstrapServers == null) {
            progress.accept("starting Kafka on " + options.dataDir().resolve("kafka"));
            broker = EmbeddedKafka.start(new BrokerSettings(options.dataDir().resolve("kafka"), options.kafkaPort()));
            bootstrapServers = broker.bootstrapServers();
        }
        try {
            return startServices(options, configured, progress, broker, bootstrapServers);
        } catch (RuntimeException e) {
            if (broker != null) {
                broker.close();
            }
            throw e;
        }
    }

    private static Standalone startServices(
            Options options,
            Function<Map<String, String>, Settings> configured,
            Consumer<String> progress,
            EmbeddedKafka broker,
            String bootstrapServers) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("dateline.kafka.bootstrap-servers", bootstrapServers);
        overrides.put(
                "dateline.enrich.state-dir",
                options.dataDir().resolve("streams").toString());
        Settings settings = configured.apply(overrides);
        ServiceContext context = ServiceContext.of(settings);
        List<Service> services = List.of(
                IngestService.of(context, BrokerSettings.HOST),
                EnrichService.of(context),
                DashboardService.of(context));
        settings.check();

        progress.accept("topics on " + bootstrapServers);
        try (Admin admin = context.kafka().admin("topics")) {
            TopicPlan.of(admin, context.topics()).apply(admin, context.kafka().replicationFactor());
        }
        progress.accept("services");
        ServiceHost host =
                new ServiceHost(context, new HttpSettings(BrokerSettings.HOST, options.httpPort()), services);
        host.start();
        return new Standalone(broker, host, context);
    }

    /** Waits until every service does its work; false when that takes longer than allowed. */
    public boolean awaitReady(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!host.isReady()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        return true;
    }

    /** What the services that are not ready say. */
    public List<String> notReady() {
        return host.notReady();
    }

    /** The address of the API and the pages. */
    public String url() {
        return context.http().scheme() + "://" + BrokerSettings.HOST + ":" + host.port();
    }

    /** Completes with the reason when the embedded broker can't go on, for example on a full disk; with an outside cluster never. */
    public CompletionStage<String> failure() {
        return broker == null ? new CompletableFuture<>() : broker.failure();
    }

    public ServiceContext context() {
        return context;
    }

    @Override
    public void close() {
        host.close();
        if (broker != null) {
            broker.close();
        }
    }
}
