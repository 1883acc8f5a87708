package dev.dateline.embedded;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Kafka's server, from start to stop. */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    /** Kafka's start is over soon after it was interrupted, and then tells the cause. */
    private static final Duration CAUSE_LIMIT = Duration.ofSeconds(5);
    /** A stop takes well under a second; a damaged broker may wait for answers that never come. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final KafkaRaftServer server;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Consumer<String> watcher = failure::complete;

    private Node(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts and waits until the node answers.
     *
     * @throws ExecutionException with the cause when it does not; it is stopped again then
     */
    static Node start(Properties config) throws ExecutionException, InterruptedException {
        Node node = new Node(create(config));
        try {
            node.startup();
            return node;
        } catch (ExecutionException | InterruptedException e) {
            node.stop();
            throw e;
        }
    }

    /** Completes, on Kafka's thread, with the reason why Kafka gave up. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /** On a thread of its own, because the caller's may be interrupted already and Kafka would stop half-way. */
    void stop() {
        Thread stopper = new Thread(this::shutdown, "kafka-stop");
        stopper.setDaemon(true);
        stopper.start();
        boolean interrupted = Thread.interrupted();
        try {
            stopper.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (stopper.isAlive()) {
            LOG.error("Kafka did not stop within {}: left to the end of the process, which loses nothing", STOP_LIMIT);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        ExitGuard.unwatch(watcher);
    }

    private static KafkaRaftServer create(Properties config) throws ExecutionException {
        try {
            return new KafkaRaftServer(KafkaConfig.fromProps(config, false), Time.SYSTEM);
        } catch (RuntimeException e) {
            throw new ExecutionException(e);
        }
    }

    private void startup() throws ExecutionException, InterruptedException {
        ExitGuard.watch(watcher);
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread starter = new Thread(() -> startServer(started), "kafka-start");
        starter.start();
        CompletableFuture.anyOf(started, failure).get();
        if (failure.isDone()) {
            starter.interrupt();
            throw new ExecutionException(causeOf(started));
        }
    }

    private void startServer(CompletableFuture<Void> started) {
        try {
            server.startup();
            started.complete(null);
        } catch (Throwable e) {
            // Scala code throws what it likes, undeclared; the waiting thread must hear of all of it.
            started.completeExceptionally(e);
        }
    }

    private Throwable causeOf(CompletableFuture<Void> started) throws InterruptedException {
        IllegalStateException gaveUp = new IllegalStateException(failure.join());
        try {
            started.get(CAUSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return gaveUp;
        } catch (ExecutionException e) {
            return e.getCause() instanceof InterruptedException ? gaveUp : e.getCause();
        } catch (TimeoutException e) {
            gaveUp.addSuppressed(e);
            return gaveUp;
        }
    }

    private void shutdown() {
        server.shutdown();
        server.awaitShutdown();
    }
}
