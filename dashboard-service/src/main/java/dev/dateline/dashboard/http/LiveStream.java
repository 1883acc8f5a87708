package dev.dateline.dashboard.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.verdict.Watch;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.EventSummary;
import dev.dateline.dashboard.view.Overview;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The live stream ({@code GET /v1/stream}). Four rounds a second send new events ({@code event}); one in four sends how things are
 * ({@code pulse}), and the overview ({@code overview}) when something in it changed, and every tenth second in any case.
 *
 * <p>Each message has an id. A client that comes again with it ({@code Last-Event-ID}, or {@code ?last_event_id=}) gets the events that it
 * missed, as far as they are kept; how many are not, it is told before ({@code skipped}). So is a client that was too slow. The overview
 * follows, so that nothing else is missing either.
 *
 * <p>Javalin's own event streams write with the caller's thread and have sent 200 before the handler can refuse: hence our own.
 */
public final class LiveStream {
    /** The pause between two rounds. */
    public static final Duration ROUND = Duration.ofMillis(250);

    private static final int ROUNDS_PER_SECOND = 4;
    private static final int SECONDS_BETWEEN_OVERVIEWS = 10;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final DashboardView view;
    private final Series series;
    private final Watch watch;
    private final Supplier<Health> health;
    private final int maxClients;
    private final Semaphore room;
    private final Journal journal;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final LiveClient.Owner owner = new Room();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();

    private int rounds;
    private int secondsSilent;
    private Overview lastSent;

    /**
     * Events that a client did not get.
     *
     * @param events how many; null when that is not known, because the dashboard began anew in between
     */
    record Skipped(Long events) {}

    /** A stream without clients; {@link #round} drives it. */
    public LiveStream(
            InstantSource clock,
            DashboardView view,
            Series series,
            Watch watch,
            Supplier<Health> health,
            int maxClients) {
        this.clock = clock;
        this.view = view;
        this.series = series;
        this.watch = watch;
        this.health = health;
        this.maxClients = maxClients;
        this.room = new Semaphore(maxClients);
        this.journal = new Journal(Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX));
    }

    /** Sends what is due; to be called by one thread, {@link #ROUND} after the last time. */
    public void round() {
        for (EventSummary event : view.takeNewEvents()) {
            broadcast(journal.add(event));
        }
        rounds = (rounds + 1) % ROUNDS_PER_SECOND;
        if (rounds == 0) {
            second();
        }
    }

    private void second() {
        view.tick();
        watch.look();
        Overview overview = view.overview(health.get());
        boolean silent = overview.showsTheSameAs(lastSent) && ++secondsSilent < SECONDS_BETWEEN_OVERVIEWS;
        if (!clients.isEmpty()) {
            broadcast(pulse(journal.position()));
            if (!silent) {
                broadcast(StreamMessage.state("overview", journal.position(), overview.since(lastSent)));
            }
        }
        if (!silent) {
            lastSent = overview;
            secondsSilent = 0;
        }
    }

    private StreamMessage pulse(StreamId id) {
        return StreamMessage.state("pulse", id, Pulse.of(clock.instant(), watch, series));
    }

    private void broadcast(StreamMessage message) {
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
        LiveClient client = new LiveClient(owner);
        clients.add(client);
        client.greet(() -> greeting(context));
        try {
            client.connect(context.req().getAsyncContext(), context.res().getOutputStream());
        } catch (IOException e) {
            client.end();
            throw new UncheckedIOException(e);
        }
        return new CompletableFuture<>();
    }

    private List<StreamMessage> greeting(Context context) {
        String header = context.header("Last-Event-ID");
        Journal.Missed missed = StreamId.parse(header == null ? context.queryParam("last_event_id") : header)
                .map(journal::since)
                .orElseGet(() -> new Journal.Missed(List.of(), 0L, journal.position()));
        List<StreamMessage> greeting = new ArrayList<>();
        greeting.add(StreamMessage.retry(missed.upTo().events()));
        greeting.addAll(gap(missed.skipped(), missed.upTo()));
        greeting.addAll(missed.events());
        greeting.addAll(present(missed.upTo()));
        return greeting;
    }

    /** A client that was told may not be told again: hence the place that the gap leads up to. */
    private static List<StreamMessage> gap(Long skipped, StreamId upTo) {
        return skipped != null && skipped == 0
                ? List.of()
                : List.of(StreamMessage.state("skipped", upTo, new Skipped(skipped)));
    }

    private List<StreamMessage> present(StreamId id) {
        return List.of(StreamMessage.state("overview", id, view.overview(health.get())), pulse(id));
    }

    /** What a client asks of the stream it belongs to. */
    private final class Room implements LiveClient.Owner {
        @Override
        public List<StreamMessage> catchUp(long events, long upTo) {
            StreamId id = new StreamId(journal.position().run(), upTo);
            List<StreamMessage> messages = new ArrayList<>(gap(events, id));
            messages.addAll(present(id));
            return messages;
        }

        @Override
        public void left(LiveClient client) {
            clients.remove(client);
            room.release();
        }

        @Override
        public void skipped(long count) {
            skipped.addAndGet(count);
        }
    }

    public int clients() {
        return clients.size();
    }

    /** Clients that did not read at all, since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Events that slow clients were not sent, since the start. */
    public long skipped() {
        return skipped.get();
    }

    /** Ends all streams; pages come back by themselves once somebody answers. */
    public void close() {
        clients.forEach(LiveClient::end);
    }
}
