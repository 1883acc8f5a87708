package dev.dateline.standalone.browser;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.standalone.simulate.EndlessWire;
import dev.dateline.standalone.simulate.Pace;
import dev.dateline.standalone.simulate.SimulationRun;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A simulated newswire that goes on until it is closed. */
final class LiveWire implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("live-wire"));
    private final SimulationRun run;
    private final Future<?> running;

    /** Starts at once. */
    LiveWire(IngestClient ingest, KafkaSettings kafka, long seed, double perSecond) {
        run = new SimulationRun(
                new EndlessWire(seed, perSecond, InstantSource.system()),
                new Pace(perSecond),
                ingest,
                kafka,
                truths -> {});
        running = thread.submit(() -> run.run());
    }

    /** Stops it, and tells what went wrong, if anything did. */
    void stop() throws InterruptedException, ExecutionException {
        run.stop();
        running.get();
    }

    @Override
    public void close() {
        run.close();
        thread.shutdownNow();
    }
}
