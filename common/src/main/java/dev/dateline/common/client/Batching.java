package dev.dateline.common.client;

import java.time.Duration;

/**
 * How a producer gathers articles.
 *
 * @param maxArticles of one batch
 * @param maxBytes of one batch, as JSON; a larger article goes alone
 * @param linger how long an article waits for others
 * @param bufferBytes of all articles that have no answer yet; when they fill it, {@code send} waits
 * @param connections batches under way at once; with one, articles arrive in the order they were sent
 */
public record Batching(int maxArticles, int maxBytes, Duration linger, long bufferBytes, int connections) {
    /** Fills a connection, and adds no delay that anybody would notice. */
    public static final Batching USUAL = new Batching(500, 4 << 20, Duration.ofMillis(50), 32L << 20, 1);

    private static final int MOST_CONNECTIONS = 64;

    public Batching {
        if (maxArticles < 1 || maxBytes < 1 || bufferBytes < 1 || linger.isNegative()) {
            throw new IllegalArgumentException("sizes and times of batches can't be below zero");
        }
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("1 to " + MOST_CONNECTIONS + " connections, not " + connections);
        }
    }

    public Batching withLinger(Duration other) {
        return new Batching(maxArticles, maxBytes, other, bufferBytes, connections);
    }

    public Batching withConnections(int other) {
        return new Batching(maxArticles, maxBytes, linger, bufferBytes, other);
    }

    public Batching withMaxArticles(int other) {
        return new Batching(other, maxBytes, linger, bufferBytes, connections);
    }

    public Batching withBufferBytes(long other) {
        return new Batching(maxArticles, maxBytes, linger, other, connections);
    }
}
