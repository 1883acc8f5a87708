package dev.dateline.embedded;

import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Kafka's server, from start to stop. */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    /** Between our finding a free port and Kafka's opening it, another program may take it. */
    private static final int PORT_ATTEMPTS = 3;
    /** Kafka's start is over soon after it was interrupted, and then tells the cause. */
    private static final Duration CAUSE_LIMIT = Duration.ofSeconds(5);
    /** A stop takes well under a second; a damaged broker may wait for answers that never come. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final KafkaRaftServer server;
    private final int port;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Consumer<String> watcher = failure::complete;

    private Node(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on the wanted port and waits until broker and controller answer. */
    static Node start(int wantedPort, DataDir dataDir) {
        for (int attempt = 1; ; attempt++) {
            Ports ports = Ports.find(wantedPort);
            Optional<Throwable> failed = Optional.empty();
            Node node = new Node(create(ports, dataDir), ports.broker());
            try {
                node.startup();
                return node;
            } catch (ExecutionException e) {
                failed = Optional.of(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed = Optional.of(e);
            }
            node.stop();
            if (attempt == PORT_ATTEMPTS || !isPortTaken(failed.get())) {
                throw cantStart(dataDir, failed.get());
            }
            LOG.info("another program took a port meanwhile, trying again");
        }
    }

    int port() {
        return port;
    }

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

    private void shutdown() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static KafkaRaftServer create(Ports ports, DataDir dataDir) {
        try {
            return new KafkaRaftServer(
                    KafkaConfig.fromProps(BrokerConfig.of(dataDir.log(), ports.broker(), ports.controller()), false),
                    Time.SYSTEM);
        } catch (RuntimeException e) {
            throw cantStart(dataDir, e);
        }
    }

    private void startup() throws ExecutionException, InterruptedException {
        ExitGuard.watch(watcher);
        Thread[] starter = new Thread[1];
        CompletableFuture<Void> started = CompletableFuture.runAsync(server::startup, start -> {
            starter[0] = new Thread(start, "kafka-start");
            starter[0].start();
        });
        CompletableFuture.anyOf(started, failure).get();
        if (failure.isDone()) {
            starter[0].interrupt();
            throw new ExecutionException(causeOf(started));
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

    private static boolean isPortTaken(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
    }

    private static BrokerStartException cantStart(DataDir dataDir, Throwable cause) {
        return new BrokerStartException(
                "Kafka can't start on the data in " + dataDir.log() + ": " + cause.getMessage()
                        + ". Its log says more. " + dataDir.elsewhere(),
                cause);
    }
}
