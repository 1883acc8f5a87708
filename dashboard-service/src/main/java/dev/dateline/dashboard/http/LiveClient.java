package dev.dateline.dashboard.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Writing never blocks (Jakarta Servlet 6, section 3.7, non-blocking I/O), so that a slow client costs no thread and
 * holds up nobody. When too much waits for it, that is thrown away; as soon as it reads again it is told how many events it missed and
 * how things are now. One that reads nothing at all for long is dropped, and may come again.
 *
 * <p>The container may use the response again for another request once this one is over: {@code over} and the lock make sure that
 * nothing touches it afterwards.
 */
final class LiveClient implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);

    /** About five busy seconds. */
    static final int MAX_WAITING = 128;
    /** Messages about how things are, one or two a second, before a client that reads nothing at all is taken for gone. */
    static final int MAX_DEAF = 300;

    private final Owner owner;
    private final Queue<StreamMessage> waiting = new ArrayDeque<>();
    private AsyncContext request;
    private ServletOutputStream out;
    /** Before the container's first call a write would block. */
    private boolean writable;

    private boolean unflushed;
    private boolean greeted;
    private boolean behind;
    /** Up to which event the client was sent or skipped ahead. */
    private long events;

    private long skipped;
    private int deaf;
    private boolean over;

    /** Who has the clients. */
    interface Owner {
        /** Called once, when the client is gone, was dropped or was told goodbye. */
        void left(LiveClient client);

        /** Told when events were thrown away. */
        void skipped(long count);

        /**
         * What a client needs that was skipped ahead.
         *
         * @param skipped events it did not get
         * @param events up to which event
         */
        List<StreamMessage> catchUp(long skipped, long events);
    }

    /** A client that is not connected yet: what is sent waits. */
    LiveClient(Owner owner) {
        this.owner = owner;
    }

    /** To be called once. */
    void connect(AsyncContext asynchronous, ServletOutputStream response) {
        boolean tooLate;
        synchronized (this) {
            request = asynchronous;
            out = response;
            tooLate = over;
        }
        if (tooLate) {
            asynchronous.complete();
            return;
        }
        asynchronous.addListener(this);
        response.setWriteListener(this);
    }

    /**
     * Before this nothing is sent. What it is greeted with goes past the bound: it was made for it.
     *
     * @param greeting asked for under the lock, so that nothing comes between it and what is sent next
     */
    synchronized void greet(Supplier<List<StreamMessage>> greeting) {
        List<StreamMessage> messages = greeting.get();
        waiting.addAll(messages);
        messages.forEach(message -> events = Math.max(events, message.events()));
        greeted = true;
    }

    /** Whether the client is still there; it is dropped when it has not read for too long. */
    boolean send(StreamMessage message) {
        boolean gone;
        boolean broken;
        synchronized (this) {
            if (over || !greeted) {
                return true;
            }
            offer(message);
            deaf += message.isEvent() ? 0 : 1;
            gone = deaf > MAX_DEAF;
            broken = !gone && !drain();
        }
        if (gone || broken) {
            end();
        }
        return !gone;
    }

    private void offer(StreamMessage message) {
        if (message.isEvent() && message.events() <= events) {
            return; // it had this one when it was greeted
        }
        events = message.events();
        if (behind) {
            skip(message);
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(message);
        } else {
            behind = true;
            waiting.forEach(this::skip);
            waiting.clear();
            skip(message);
        }
    }

    private void skip(StreamMessage message) {
        if (message.isEvent()) {
            skipped++;
            owner.skipped(1);
        }
    }

    /** Ends the stream from our side; nothing happens when it is over. */
    void end() {
        AsyncContext ending;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            ending = request;
        }
        owner.left(this);
        if (ending != null) {
            try {
                ending.complete();
            } catch (IllegalStateException e) {
                LOG.debug("the container ended the stream at the same moment", e);
            }
        }
    }

    @Override
    public void onWritePossible() {
        boolean broken;
        synchronized (this) {
            writable = true;
            broken = !drain();
        }
        if (broken) {
            end();
        }
    }

    /** The client went away, which is how streams end. */
    @Override
    public void onError(Throwable cause) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    /** The container is done with the request, whoever ended it. */
    @Override
    public void onComplete(AsyncEvent event) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        owner.left(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The request is started once, before this listens.
    }

    /** Writes what can be written now; false when the connection is broken. */
    private boolean drain() {
        try {
            while (writable && !over && out.isReady()) {
                deaf = 0;
                if (waiting.isEmpty() && behind) {
                    behind = false;
                    waiting.addAll(owner.catchUp(skipped, events));
                    skipped = 0;
                }
                StreamMessage next = waiting.poll();
                if (next != null) {
                    next.writeTo(out);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return true;
                }
            }
            return true;
        } catch (IOException e) {
            LOG.debug("a client went away", e);
            return false;
        }
    }
}
