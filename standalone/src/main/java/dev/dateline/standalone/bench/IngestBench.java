package dev.dateline.standalone.bench;

import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.ingest.IngestService;
import dev.dateline.simulator.Channel;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ingest and a broker, nothing else: how many articles a second are taken, one by one and in batches, and what each costs. */
public final class IngestBench {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    /** Sent over and over: ingest does not remember what it took. */
    private static final int ARTICLES = 10_000;

    private static final double NANOS_PER_MILLI = 1e6;

    private final IngestPlan plan;
    private final Function<Map<String, String>, Settings> configured;
    private final Consumer<String> progress;

    /**
     * A benchmark with the settings of production.
     *
     * @param configured makes settings of the overrides it is given
     * @param progress is told what is being done, in one line each
     */
    public IngestBench(IngestPlan plan, Function<Map<String, String>, Settings> configured, Consumer<String> progress) {
        this.plan = plan;
        this.configured = configured;
        this.progress = progress;
    }

    public IngestReport run() throws InterruptedException {
        progress.accept("simulating " + ARTICLES + " articles");
        List<byte[]> articles = BenchArticles.deliveries(ARTICLES, BenchPlan.SEED, Instant.now()).stream()
                .filter(delivery -> delivery.channel() == Channel.HTTP_JSON)
                .map(delivery -> delivery.body())
                .toList();
        progress.accept("starting Kafka");
        try (BenchCluster cluster = BenchCluster.start(plan.bootstrapServers(), configured)) {
            ServiceContext context = cluster.context();
            IngestService ingest = IngestService.of(context, BrokerSettings.HOST);
            context.settings().check();
            try (ServiceHost host =
                    new ServiceHost(context, new HttpSettings(BrokerSettings.HOST, 0), List.of(ingest))) {
                host.start();
                Wait.until(host::isReady, READY_WITHIN, "ingest to run");
                return measure(cluster, new InetSocketAddress(InetAddress.getLoopbackAddress(), host.port()), articles);
            }
        }
    }

    private IngestReport measure(BenchCluster cluster, InetSocketAddress address, List<byte[]> articles)
            throws InterruptedException {
        long bytes = articles.stream().mapToLong(article -> article.length).sum() / articles.size();
        progress.accept("single articles over " + plan.connections() + " connections");
        Supplier<byte[]> singles = inTurn(articles.stream()
                .map(article -> request("/v1/articles", "application/json", article))
                .toList());
        IngestReport.Load single =
                load(new HttpLoad(address, plan.connections(), singles), plan.connections(), 1, bytes);
        progress.accept("batches of " + plan.batchItems() + " over " + plan.batchConnections() + " connections");
        HttpLoad batching = new HttpLoad(address, plan.batchConnections(), inTurn(batches(articles)));
        IngestReport.Load batch = load(batching, plan.batchConnections(), plan.batchItems(), bytes);
        return new IngestReport(Machine.of(cluster), single, batch, ProcessMemory.now());
    }

    private IngestReport.Load load(HttpLoad load, int connections, int items, long bytes) throws InterruptedException {
        load.run(plan.warmUp());
        long cpuBefore = CpuTime.ofProcess();
        LoadResult result = load.run(plan.length());
        long cpu = CpuTime.ofProcess() - cpuBefore - result.clientCpuNanos();
        long articles = (long) result.answers() * items;
        return new IngestReport.Load(
                connections,
                items,
                articles,
                bytes,
                result.seconds(),
                articles / result.seconds(),
                cpu / NANOS_PER_MILLI / articles,
                result.statuses(),
                result.percentileMs(50),
                result.percentileMs(99));
    }

    private List<byte[]> batches(List<byte[]> articles) {
        List<byte[]> batches = new ArrayList<>();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int count = Math.max(articles.size(), plan.batchItems());
        for (int i = 0; i < count; i++) {
            lines.writeBytes(articles.get(i % articles.size()));
            lines.write('\n');
            if ((i + 1) % plan.batchItems() == 0) {
                batches.add(request("/v1/articles:batch", "application/x-ndjson", lines.toByteArray()));
                lines.reset();
            }
        }
        return batches;
    }

    private static byte[] request(String path, String mediaType, byte[] body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + BrokerSettings.HOST + "\r\nContent-Type: " + mediaType
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static Supplier<byte[]> inTurn(List<byte[]> requests) {
        int[] next = new int[1];
        return () -> requests.get(next[0]++ % requests.size());
    }
}
