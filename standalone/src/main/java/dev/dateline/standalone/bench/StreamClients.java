package dev.dateline.standalone.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Any number of open live streams, read by one thread, whose CPU time can so be told from the server's. */
final class StreamClients implements AutoCloseable {
    private static final Duration GREETED_WITHIN = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofMillis(250);
    private static final int BUFFER = 256 << 10;
    /** In each turn: 1 KiB a second, which is a twentieth of what the stream has. */
    private static final int SLOW_BYTES = 256;

    private static final double NANOS = 1e9;

    private final List<StreamConnection> fast;
    private final List<StreamConnection> slow;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "bench-streams");
    private volatile Tallies tallies = new Tallies();
    private volatile boolean hurried;
    private volatile boolean closed;
    private volatile int greeted;
    private volatile Exception failure;

    /** What was noted in one stretch of time. */
    private record Tallies(StreamTally fast, StreamTally slow, long startedNanos) {
        Tallies() {
            this(new StreamTally(), new StreamTally(), System.nanoTime());
        }
    }

    /** Clients that see the stream. */
    static StreamClients open(InetSocketAddress address, int fast, int slow) throws InterruptedException {
        StreamClients clients;
        try {
            clients = new StreamClients(address, fast, slow);
        } catch (IOException e) {
            throw new BenchException("the streams could not be opened: " + e, e);
        }
        clients.thread.start();
        try {
            Wait.until(clients::areGreeted, GREETED_WITHIN, "the streams to begin");
        } catch (BenchException | InterruptedException e) {
            clients.close();
            throw e;
        }
        return clients;
    }

    private StreamClients(InetSocketAddress address, int fast, int slow) throws IOException {
        this.selector = Selector.open();
        this.fast = new ArrayList<>();
        this.slow = new ArrayList<>();
        try {
            for (int i = 0; i < fast; i++) {
                StreamConnection connection = StreamConnection.open(address, false, () -> tallies.fast());
                this.fast.add(connection);
                connection.channel().register(selector, SelectionKey.OP_READ, connection);
            }
            for (int i = 0; i < slow; i++) {
                this.slow.add(StreamConnection.open(address, true, () -> tallies.slow()));
            }
        } catch (IOException e) {
            closeAll();
            throw e;
        }
    }

    private boolean areGreeted() {
        check();
        return greeted == fast.size();
    }

    private void run() {
        ByteBuffer whole = ByteBuffer.allocateDirect(BUFFER);
        ByteBuffer little = ByteBuffer.allocateDirect(SLOW_BYTES);
        long nextTurn = System.nanoTime();
        try {
            while (!closed) {
                selector.select(TURN.toMillis());
                for (SelectionKey key : selector.selectedKeys()) {
                    ((StreamConnection) key.attachment()).read(whole);
                }
                selector.selectedKeys().clear();
                if (greeted < fast.size()) {
                    greeted = (int)
                            fast.stream().filter(StreamConnection::isGreeted).count();
                }
                if (hurried) {
                    for (StreamConnection connection : slow) {
                        connection.channel().register(selector, SelectionKey.OP_READ, connection);
                    }
                } else if (System.nanoTime() >= nextTurn) {
                    nextTurn = System.nanoTime() + TURN.toNanos();
                    for (StreamConnection connection : slow) {
                        connection.read(little);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** Starts to count anew. */
    void begin() {
        check();
        tallies = new Tallies();
    }

    /** What those saw that read at once, since the beginning. */
    DashboardReport.Streams fast() {
        check();
        Tallies now = tallies;
        return now.fast().report(fast.size(), (System.nanoTime() - now.startedNanos()) / NANOS);
    }

    /** What those saw that hardly read, since the beginning. */
    DashboardReport.Streams slow() {
        check();
        Tallies now = tallies;
        return now.slow().report(slow.size(), (System.nanoTime() - now.startedNanos()) / NANOS);
    }

    /** From now on all of them read at once, so that they hear what they missed. */
    void hurry() {
        hurried = true;
        selector.wakeup();
    }

    long threadId() {
        return thread.getId();
    }

    private void check() {
        if (failure != null) {
            throw new BenchException("a stream failed: " + failure, failure);
        }
    }

    private void closeAll() throws IOException {
        for (List<StreamConnection> connections : List.of(fast, slow)) {
            for (StreamConnection connection : connections) {
                connection.close();
            }
        }
        selector.close();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        Wait.forEnd(thread);
        try {
            closeAll();
        } catch (IOException e) {
            throw new BenchException("the streams could not be closed: " + e, e);
        }
    }
}
