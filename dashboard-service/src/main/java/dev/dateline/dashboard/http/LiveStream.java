package dev.dateline.dashboard.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.EventSummary;
import dev.dateline.dashboard.view.Overview;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The live stream ({@code GET /v1/stream}). Four rounds a second send new events ({@code event}); one in four sends the overview
 * when something in it changed ({@code overview}), and every tenth second in any case, so that a page can tell silence from death.
 *
 * <p>Javalin's own event streams write with the caller's thread and have sent 200 before the handler can refuse: hence our own.
 */
public final class LiveStream {
    /** The pause between two rounds. */
    public static final Duration ROUND = Duration.ofMillis(250);

    private static final int ROUNDS_PER_SECOND = 4;
    private static final int SECONDS_BETWEEN_OVERVIEWS = 10;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final DashboardView view;
    private final Supplier<Health> health;
    private final int maxClients;
    private final Semaphore room;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong dropped = new AtomicLong();
    private int rounds;
    private int secondsSilent;
    private Overview lastSent;

    /** A stream without clients; {@link #round} drives it. */
    public LiveStream(DashboardView view, Supplier<Health> health, int maxClients) {
        this.view = view;
        this.health = health;
        this.maxClients = maxClients;
        this.room = new Semaphore(maxClients);
    }

    /** Sends what is due; to be called by one thread, {@link #ROUND} after the last time. */
    public void round() {
        for (EventSummary event : view.takeNewEvents()) {
            broadcast(StreamMessage.of("event", event));
        }
        rounds = (rounds + 1) % ROUNDS_PER_SECOND;
        if (rounds == 0) {
            second();
        }
    }

    private void second() {
        view.tick();
        Overview overview = view.overview(health.get());
        boolean silent = overview.showsTheSameAs(lastSent) && ++secondsSilent < SECONDS_BETWEEN_OVERVIEWS;
        if (silent) {
            broadcast(StreamMessage.HEARTBEAT);
            return;
        }
        if (!clients.isEmpty()) {
            broadcast(StreamMessage.of("overview", overview.since(lastSent)));
        }
        lastSent = overview;
        secondsSilent = 0;
    }

    private void broadcast(byte[] message) {
        for (LiveClient client : clients) {
            if (!client.send(message)) {
                dropped.incrementAndGet();
            }
        }
    }

    /** Makes a request a client of the stream, or answers 503 when there is no room. */
    void open(Context context) {
        if (!room.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.STREAMS_FULL,
                            "all " + maxClients + " streams are taken; GET /v1/overview shows the same, or raise "
                                    + "dateline.dashboard.stream.max-clients"),
                    TRY_AGAIN);
        }
        context.contentType("text/event-stream;charset=utf-8");
        context.header(Header.CACHE_CONTROL, "no-store");
        context.header("X-Accel-Buffering", "no");
        context.future(() -> attach(context));
    }

    /**
     * The future never completes: its completion would make Javalin finish the response itself, and it may be used for another request
     * by then. The client ends the request at the container.
     */
    private CompletableFuture<Void> attach(Context context) {
        LiveClient client = new LiveClient(this::leave);
        // A client first and greeted then: what happens in between reaches it twice rather than never.
        clients.add(client);
        client.send(StreamMessage.RETRY);
        client.send(StreamMessage.of("overview", view.overview(health.get())));
        try {
            client.connect(context.req().getAsyncContext(), context.res().getOutputStream());
        } catch (IOException e) {
            client.end();
            throw new UncheckedIOException(e);
        }
        return new CompletableFuture<>();
    }

    private void leave(LiveClient client) {
        clients.remove(client);
        room.release();
    }

    public int clients() {
        return clients.size();
    }

    /** Clients that did not keep up, since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Ends all streams; pages come back by themselves once somebody answers. */
    public void close() {
        clients.forEach(LiveClient::end);
    }
}
