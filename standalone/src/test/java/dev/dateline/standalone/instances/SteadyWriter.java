package dev.dateline.standalone.instances;

import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.simulator.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes deliveries one by one at a steady rate, each received when it is written. */
final class SteadyWriter implements AutoCloseable {
    private final TestPipeline pipeline;
    private final Iterator<Delivery> deliveries;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("steady-writer"));
    private final ScheduledFuture<?> writing;
    private final AtomicInteger written = new AtomicInteger();

    /** Starts at once. */
    SteadyWriter(TestPipeline pipeline, Iterator<Delivery> deliveries, Duration every) {
        this.pipeline = pipeline;
        this.deliveries = deliveries;
        this.writing = clock.scheduleAtFixedRate(this::writeNext, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void writeNext() {
        if (deliveries.hasNext()) {
            pipeline.send(RawRecord.of(deliveries.next(), Instant.now()));
            written.incrementAndGet();
        }
    }

    /** Stops it; how many were written when all are acknowledged. */
    int stop() throws Exception {
        close();
        if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the writer does not end");
        }
        pipeline.flush();
        return written.get();
    }

    @Override
    public void close() {
        writing.cancel(false);
        clock.shutdown();
    }
}
