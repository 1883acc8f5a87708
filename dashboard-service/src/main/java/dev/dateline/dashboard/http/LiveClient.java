package dev.dateline.dashboard.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Writing never blocks (Jakarta Servlet 6, section 3.7, non-blocking I/O), so that a slow client costs no thread and
 * holds up nobody; when too much waits for it, it is dropped, and may come again.
 *
 * <p>The container may use the response again for another request once this one is over: {@code over} and the lock make sure that
 * nothing touches it afterwards.
 */
final class LiveClient implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);

    /** About five busy seconds. */
    static final int MAX_WAITING = 128;

    private final Consumer<LiveClient> onEnd;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private AsyncContext request;
    private ServletOutputStream out;
    /** Before the container's first call a write would block. */
    private boolean writable;

    private boolean unflushed;
    private boolean over;

    /**
     * A client that is not connected yet: what is sent waits.
     *
     * @param onEnd run once, when the client is gone, was dropped or was told goodbye
     */
    LiveClient(Consumer<LiveClient> onEnd) {
        this.onEnd = onEnd;
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

    /** Whether the client still keeps up; it is dropped when not. */
    boolean send(byte[] message) {
        boolean full;
        boolean broken = false;
        synchronized (this) {
            if (over) {
                return true;
            }
            full = waiting.size() >= MAX_WAITING;
            if (!full) {
                waiting.add(message);
                broken = !drain();
            }
        }
        if (full || broken) {
            end();
        }
        return !full;
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
        onEnd.accept(this);
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
        onEnd.accept(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The request is started once, before this listens.
    }

    /** Writes what can be written now; false when the connection is broken. */
    private boolean drain() {
        try {
            while (writable && !over && out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    out.write(next);
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
