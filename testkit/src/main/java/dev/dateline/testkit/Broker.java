package dev.dateline.testkit;

import org.testcontainers.DockerClientFactory;

/** A running Kafka broker for one test class: empty at the start, gone at the end. */
public interface Broker extends AutoCloseable {

    /** For the clients' {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Ends the broker and deletes its data. */
    @Override
    void close();

    /** The broker that {@code dateline up} runs, in this JVM. */
    static Broker embedded() {
        return EmbeddedBroker.start();
    }

    /** Apache's image in Docker, as in production; ask {@link #isDockerAvailable} first. */
    static Broker container() {
        return ContainerBroker.start();
    }

    /** Whether {@link #container} can work here; a test that needs it is skipped otherwise. */
    static boolean isDockerAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
