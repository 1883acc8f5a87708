package dev.dateline.ingest.poll.work;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.schedule.PollOutcome;
import dev.dateline.ingest.poll.schedule.Polls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls on a bounded number of threads. Never queues: what can't start now is not started. */
public final class PollWorkers implements Polls, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollWorkers.class);

    private final int most;
    private final Duration grace;
    private final SourcePoll poll;
    private final Found found;
    private final PollMetrics metrics;
    private final ExecutorService threads;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    /** Told what a poll found, before the schedule is. */
    @FunctionalInterface
    public interface Found {
        void of(Source source, PollResult result);
    }

    private record Running(Cancellation cancellation, CountDownLatch done) {}

    /**
     * Workers without work.
     *
     * @param most polls at the same time
     * @param grace how long a poll that has to stop may go on to its end
     */
    public PollWorkers(int most, Duration grace, SourcePoll poll, Found found, PollMetrics metrics) {
        this.most = most;
        this.grace = grace;
        this.poll = poll;
        this.found = found;
        this.metrics = metrics;
        this.threads = Executors.newFixedThreadPool(most, DaemonThreads.named("poll"));
    }

    @Override
    public int free() {
        return Math.max(0, most - running.size());
    }

    @Override
    public void start(Source source, SourceState claimed) {
        Running one = new Running(new Cancellation(), new CountDownLatch(1));
        running.put(source.id(), one);
        threads.execute(() -> run(source, claimed, one));
    }

    private void run(Source source, SourceState claimed, Running one) {
        PollResult result = PollResult.of(new PollOutcome.Cancelled());
        try {
            result = poll.run(source, claimed, one.cancellation());
            found.of(source, result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("polling {} failed", source.id(), e);
            result = PollResult.of(new PollOutcome.Failed(null, "a defect of the poller, see its log", null));
        } finally {
            metrics.polled(kind(result.outcome()));
            ended.add(new Ended(source, claimed, result.outcome()));
            running.remove(source.id());
            one.done().countDown();
        }
    }

    private static PollMetrics.Poll kind(PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Delivered) {
            return PollMetrics.Poll.DELIVERED;
        }
        if (outcome instanceof PollOutcome.NotModified) {
            return PollMetrics.Poll.NOT_MODIFIED;
        }
        if (outcome instanceof PollOutcome.Failed) {
            return PollMetrics.Poll.FAILED;
        }
        return outcome instanceof PollOutcome.Gone ? PollMetrics.Poll.GONE : PollMetrics.Poll.CANCELLED;
    }

    @Override
    public boolean isRunning(String sourceId) {
        return running.containsKey(sourceId);
    }

    @Override
    public List<Ended> ended() {
        List<Ended> all = new ArrayList<>();
        ended.drainTo(all);
        return all;
    }

    @Override
    public void stop(Set<String> sourceIds) {
        List<Running> stopping = running.entrySet().stream()
                .filter(entry -> sourceIds.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        long deadline = System.nanoTime() + grace.toNanos();
        try {
            for (Running one : stopping) {
                if (!one.done().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    one.cancellation().cancel();
                }
            }
            for (Running one : stopping) {
                // Fetching has ended, nothing new is published, and what was handed to the publisher completes in
                // bounded time.
                one.done().await();
            }
        } catch (InterruptedException e) {
            stopping.forEach(one -> one.cancellation().cancel());
            Thread.currentThread().interrupt();
        }
    }

    /** Stops all polls at once. */
    @Override
    public void close() {
        running.values().forEach(one -> one.cancellation().cancel());
        threads.shutdownNow();
    }
}
