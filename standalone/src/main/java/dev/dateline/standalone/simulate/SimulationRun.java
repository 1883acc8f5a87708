package dev.dateline.standalone.simulate;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Sent;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.simulator.Delivery;
import dev.dateline.simulator.Truth;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Delivers a newswire to a pipeline: HTTP deliveries to ingest, the others straight onto the raw topic. The next round starts when the
 * last one is acknowledged, so no more than one round is ever under way, and a pipeline that is busy slows the run down instead of
 * losing something. Versions of one article arrive in their order.
 *
 * <p>{@link #run()} is called once; {@link #stop()} and {@link #report()} from any thread.
 */
public final class SimulationRun implements AutoCloseable {
    private static final int TEXTS_AT_ONCE = 8;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Iterator<Delivery> deliveries;
    private final Pace pace;
    private final Listener listener;
    private final IngestClient ingest;
    private final RawTopicWriter topic;
    private final ExecutorService texts =
            Executors.newFixedThreadPool(TEXTS_AT_ONCE, DaemonThreads.named("simulated-texts"));
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean started;
    private volatile SimulationReport report = new SimulationReport(0, 0, 0, Duration.ZERO, null);
    private long startedAt;

    /** Is told what was sent, on the thread that runs. */
    @FunctionalInterface
    public interface Listener {
        /** The deliveries of a round, acknowledged or rejected, in their order. */
        void sent(List<Truth> truths);
    }

    /**
     * A run that has not started.
     *
     * @param deliveries taken one by one, from the thread that runs; may be endless
     * @param kafka the cluster whose raw topic gets the deliveries of other producers
     */
    public SimulationRun(
            Iterator<Delivery> deliveries, Pace pace, IngestClient ingest, KafkaSettings kafka, Listener listener) {
        this.deliveries = deliveries;
        this.pace = pace;
        this.ingest = ingest;
        this.topic = new RawTopicWriter(kafka);
        this.listener = listener;
    }

    /**
     * Delivers until there is nothing left or it is told to stop.
     *
     * @throws dev.dateline.common.client.IngestUnavailableException when ingest refuses for too long
     * @throws org.apache.kafka.common.KafkaException when the raw topic can't be written
     */
    public SimulationReport run() throws InterruptedException {
        started = true;
        startedAt = System.nanoTime();
        Pace.Clock clock = pace.from(startedAt);
        try {
            Round round = round();
            while (stopping.getCount() > 0 && deliveries.hasNext()) {
                long wait = clock.untilDue(System.nanoTime());
                if (wait > 0) {
                    round = sent(round);
                    // Counts the delivery as due only once the wait is over.
                    if (!stopping.await(wait, TimeUnit.NANOSECONDS)) {
                        continue;
                    }
                    break;
                }
                Delivery next = deliveries.next();
                if (!round.takes(next)) {
                    round = sent(round);
                }
                round.add(next);
            }
            sent(round);
            return report;
        } finally {
            ended.countDown();
        }
    }

    /** Lets the round under way finish and ends the run; returns at once. */
    public void stop() {
        stopping.countDown();
    }

    /** What has been sent so far. */
    public SimulationReport report() {
        return report;
    }

    /** Stops, waits a little for the round under way, and lets go of the connections. */
    @Override
    public void close() {
        stop();
        try {
            if (started && !ended.await(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                texts.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        texts.shutdown();
        topic.close();
    }

    private Round round() {
        return new Round(ingest, topic, texts);
    }

    private Round sent(Round round) throws InterruptedException {
        if (!round.isEmpty()) {
            Sent[] results = round.send();
            count(round.deliveries(), results);
            listener.sent(round.deliveries().stream().map(Delivery::truth).toList());
        }
        return round();
    }

    private void count(List<Delivery> sent, Sent[] results) {
        long accepted = report.accepted();
        long rejected = report.rejected();
        long produced = report.produced();
        String first = report.firstRejection();
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                produced++;
            } else if (results[i].isAccepted()) {
                accepted++;
            } else {
                rejected++;
                first = first == null ? "delivery " + sent.get(i).number() + ": " + results[i] : first;
            }
        }
        report = new SimulationReport(
                accepted, rejected, produced, Duration.ofNanos(System.nanoTime() - startedAt), first);
    }
}
