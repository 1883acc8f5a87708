package dev.dateline.dashboard.alerts;

import dev.dateline.common.runtime.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers in order, on a thread of its own, with patience. What can't be delivered is given up and counted; when too many wait, the
 * oldest goes first, because the newest says how things are now.
 */
final class Webhook implements AutoCloseable {
    /** Deliveries that wait at a time. */
    static final int MOST_WAITING = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Receiver receiver;
    private final WebhookPatience patience;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("alerts-webhook"));
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;
    private long delivered;
    private long failed;
    private long dropped;
    private Instant lastDeliveredAt;
    private String lastError;

    Webhook(Receiver receiver, WebhookPatience patience, InstantSource clock) {
        this.receiver = receiver;
        this.patience = patience;
        this.clock = clock;
    }

    void start() {
        thread.execute(this::deliverUntilInterrupted);
    }

    /** Returns at once. */
    synchronized void offer(Delivery delivery) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.removeFirst();
            dropped++;
            LOG.warn("too many deliveries wait for {}; the oldest is dropped", receiver.name());
        }
        waiting.addLast(delivery);
        notifyAll();
    }

    synchronized WebhookStatus status() {
        return new WebhookStatus(
                receiver.name(),
                waiting.size() + (busy ? 1 : 0),
                delivered,
                failed,
                dropped,
                lastDeliveredAt,
                lastError);
    }

    private void deliverUntilInterrupted() {
        try {
            while (true) {
                deliver(take());
            }
        } catch (InterruptedException e) {
            // How close() ends this thread; nothing of it is left to be interrupted.
            LOG.debug("the webhook is closed", e);
        }
    }

    private synchronized Delivery take() throws InterruptedException {
        busy = false;
        while (waiting.isEmpty()) {
            wait();
        }
        busy = true;
        return waiting.removeFirst();
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Receiver.Answer answer = receiver.post(delivery);
            if (answer.taken()) {
                taken();
                return;
            }
            boolean last = !answer.again() || attempt >= patience.attempts();
            refused(answer.problem(), last, attempt);
            if (last) {
                return;
            }
            Thread.sleep(patience.pause(
                            attempt,
                            answer.retryAfter(),
                            ThreadLocalRandom.current().nextDouble())
                    .toMillis());
        }
    }

    private synchronized void taken() {
        delivered++;
        lastDeliveredAt = clock.instant();
        lastError = null;
    }

    private synchronized void refused(String problem, boolean last, int attempt) {
        lastError = problem;
        if (last) {
            failed++;
            LOG.warn(
                    "alerts could not be delivered to {}, given up after attempt {}: {}",
                    receiver.name(),
                    attempt,
                    problem);
        }
    }

    /** What waits is not delivered any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the delivery under way to {} does not end", receiver.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = status().waiting();
        if (left > 0) {
            LOG.warn("{} deliveries to {} are left undone", left, receiver.name());
        }
    }
}
