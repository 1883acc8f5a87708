package dev.dateline.common.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again on a thread of its own; a round that fails is logged and the next one still comes. */
public final class PeriodicTask implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final ScheduledExecutorService clock;
    private ScheduledFuture<?> rounds;

    /**
     * A task that does not run yet.
     *
     * @param pause between the end of one round and the start of the next
     */
    public PeriodicTask(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /** The first round starts at once. */
    public void start() {
        rounds = clock.scheduleWithFixedDelay(this::once, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed this time", name, e);
        }
    }

    /** No round begins after this; one under way gets a few seconds to end. */
    @Override
    public void close() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        clock.shutdown();
        try {
            if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
