package dev.dateline.standalone.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends requests over kept-alive connections, each as soon as the one before is answered, all from one thread: what the client costs
 * is then small and known, so that the server's part of this process can be told.
 */
final class HttpLoad {
    /** Nothing that is measured takes longer; the server is gone then. */
    private static final long ANSWER_WITHIN_MS = 60_000;

    private final InetSocketAddress address;
    private final int connections;
    private final Supplier<byte[]> requests;

    /**
     * Load that does not flow yet.
     *
     * @param requests whole requests, head and body; asked for by one thread
     */
    HttpLoad(InetSocketAddress address, int connections, Supplier<byte[]> requests) {
        this.address = address;
        this.connections = connections;
        this.requests = requests;
    }

    /** Runs for a while and then until every request is answered. */
    LoadResult run(Duration length) throws InterruptedException {
        LoadResult.Meter meter = new LoadResult.Meter();
        List<IOException> failures = new ArrayList<>();
        Thread client = new Thread(
                () -> {
                    try {
                        drive(length, meter);
                    } catch (IOException e) {
                        failures.add(e);
                    }
                },
                "bench-client");
        client.start();
        client.join();
        if (!failures.isEmpty()) {
            throw new BenchException("the load could not be sent: " + failures.get(0), failures.get(0));
        }
        return meter.result();
    }

    private void drive(Duration length, LoadResult.Meter meter) throws IOException {
        List<LoadConnection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            meter.start();
            long end = System.nanoTime() + length.toNanos();
            for (int i = 0; i < connections; i++) {
                LoadConnection connection = LoadConnection.open(address, selector);
                open.add(connection);
                connection.send(requests.get());
            }
            int busy = connections;
            while (busy > 0) {
                if (selector.select(ANSWER_WITHIN_MS) == 0) {
                    throw new IOException("no answer within " + ANSWER_WITHIN_MS + " ms");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    busy -= turn((LoadConnection) key.attachment(), end, meter);
                }
                selector.selectedKeys().clear();
            }
            meter.stop();
        } finally {
            for (LoadConnection connection : open) {
                connection.close();
            }
        }
    }

    /** Goes on with one connection; 1 when it has done its last request, else 0. */
    private int turn(LoadConnection connection, long end, LoadResult.Meter meter) throws IOException {
        int status = connection.turn();
        if (status == LoadConnection.UNFINISHED) {
            return 0;
        }
        long now = System.nanoTime();
        meter.answered(status, now - connection.sentAtNanos());
        if (now >= end) {
            return 1;
        }
        connection.send(requests.get());
        return 0;
    }
}
