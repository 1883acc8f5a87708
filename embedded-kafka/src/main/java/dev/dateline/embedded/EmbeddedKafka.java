package dev.dateline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Apache Kafka in this JVM: one node, broker and controller, on loopback. The same code and the same files as a cluster's, so what
 * works here works there.
 *
 * <p>It registers no shutdown hook: its owner closes it, after everything that talks to it. A process that ends without that loses
 * nothing, but its next start reads the newest segments again.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final DataDir dataDir;
    private final Launch launch;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(DataDir dataDir, Launch launch) {
        this.dataDir = dataDir;
        this.launch = launch;
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @throws BrokerStartException with the reason and how to mend it; nothing is left running then
     */
    public static EmbeddedKafka start(BrokerSettings settings) {
        DataDir dataDir = DataDir.open(settings.dataDir());
        try {
            return new EmbeddedKafka(dataDir, Launch.on(dataDir, settings));
        } catch (RuntimeException e) {
            try {
                dataDir.close();
            } catch (IOException onClose) {
                e.addSuppressed(onClose);
            }
            throw e;
        }
    }

    /** For the clients' {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port();
    }

    public int port() {
        return launch.port();
    }

    /**
     * Completes with the reason when Kafka meets a fault it can't go on from, for example a full disk; otherwise never. The owner
     * should then close this broker and end the process.
     */
    public CompletionStage<String> failure() {
        // Off Kafka's thread, so that the owner may close the broker right there.
        return launch.node().failure().thenApplyAsync(Function.identity());
    }

    /** Stops in good order; takes a moment. Does nothing the second time. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        launch.node().stop();
        try {
            dataDir.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
