package dev.dateline.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Patience;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.standalone.LocalIngest;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.LedgerReader;
import dev.dateline.standalone.books.Settlement;
import dev.dateline.standalone.instances.JavaProcess;
import dev.dateline.standalone.instances.Pair;
import dev.dateline.standalone.instances.RawRecord;
import dev.dateline.standalone.instances.ServiceProcess;
import dev.dateline.standalone.instances.TestPipeline;
import dev.dateline.standalone.instances.WorkLeft;
import dev.dateline.standalone.simulate.Pace;
import dev.dateline.standalone.simulate.SimulationReport;
import dev.dateline.standalone.simulate.SimulationRun;
import dev.dateline.testkit.Broker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A whole pipeline: ingest in this JVM, and two instances of enrich and a dashboard that can be killed. */
final class Stage {
    private static final int PARTITIONS = 4;
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    /** A busy machine may take some of it; only a defect takes all of it. */
    private static final Duration STILL_AT_MOST = Duration.ofMinutes(2);

    private static final Duration SPAN = Duration.ofHours(12);

    private final Path folder;
    private final int port = JavaProcess.freePort();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private TestPipeline pipeline;
    private LocalIngest ingest;
    private Pair enrich;
    private ServiceProcess dashboard;

    /**
     * Nothing runs yet.
     *
     * @param folder for state and logs
     */
    Stage(Path folder) {
        this.folder = folder;
    }

    /** Starts everything, and returns when it is ready. */
    void start() throws Exception {
        Broker broker = closing(Broker.embedded());
        pipeline = closing(new TestPipeline(broker.bootstrapServers(), "browser", PARTITIONS));
        ingest = closing(LocalIngest.start(pipeline.settings()));
        enrich = closing(new Pair(pipeline, folder));
        enrich.start(0);
        enrich.start(1);
        startDashboard();
        closing(() -> dashboard.close());
        assertThat(ingest.awaitReady(READY_WITHIN)).isEmpty();
    }

    void startDashboard() throws IOException, InterruptedException {
        dashboard = ServiceProcess.dashboard("dashboard", port, folder, pipeline.environment());
    }

    void killDashboard() throws InterruptedException {
        dashboard.kill();
    }

    /** One of the two. */
    void startEnrich() throws IOException, InterruptedException {
        enrich.start(1);
    }

    void killEnrich() throws InterruptedException {
        enrich.kill(1);
    }

    KafkaSettings kafka() {
        return pipeline.kafka();
    }

    URI dashboard() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private IngestClient client() {
        return new IngestClient(ingest.url(), Patience.USUAL);
    }

    /** Sends so many made-up deliveries as fast as they are taken. */
    void simulate(int count) throws InterruptedException {
        Instant start = Instant.now().minus(SPAN).truncatedTo(ChronoUnit.MILLIS);
        SimulationPlan plan = SimulationPlan.defaults(6, count, start, SPAN);
        try (SimulationRun run =
                new SimulationRun(new Newswire(plan).iterator(), Pace.unlimited(), client(), kafka(), truths -> {})) {
            SimulationReport report = run.run();
            assertThat(report.deliveries()).as(report.toString()).isEqualTo(count);
        }
    }

    /** Sends made-up deliveries until it is closed. */
    LiveWire live(long seed, double perSecond) {
        return new LiveWire(client(), kafka(), seed, perSecond);
    }

    /** Writes records as another producer would. */
    void write(List<RawRecord> records) throws Exception {
        pipeline.write(records);
    }

    /** The books when nothing is under way any more; they balance. */
    Books settled() throws Exception {
        try (WorkLeft work = new WorkLeft(kafka());
                LedgerReader ledger = LedgerReader.open(kafka())) {
            new Settlement(ledger, STILL_AT_MOST).await(seen -> {});
            work.awaitNone();
            Books books = new Settlement(ledger, STILL_AT_MOST).await(seen -> {});
            assertThat(books.balanced()).as(books.toString()).isTrue();
            return books;
        }
    }

    /** Ends what was started, the last first. */
    void close() throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        started.push(part);
        return part;
    }
}
