package dev.dateline.dashboard.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * One open stream. Writing never blocks (Jakarta Servlet 6, section 3.7, non-blocking I/O), so that a slow client costs no thread and
 * holds up nobody; when too much waits for it, it is dropped, and may come again.
 */
final class LiveClient implements WriteListener {
    /** About five busy seconds. */
    static final int MAX_WAITING = 128;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private ServletOutputStream out;
    /** Before the container's first call a write would block. */
    private boolean writable;

    private boolean unflushed;
    private boolean over;

    /** To be called once, on a request that is asynchronous already. What was sent before waits until then. */
    void writeTo(ServletOutputStream response) {
        synchronized (this) {
            out = response;
        }
        response.setWriteListener(this);
    }

    /** Completed when the client is gone, was dropped or was told goodbye. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Whether the client still keeps up; it is dropped when not. */
    boolean send(byte[] message) {
        boolean keepsUp;
        synchronized (this) {
            keepsUp = !over && waiting.size() < MAX_WAITING;
            if (keepsUp) {
                waiting.add(message);
                drain();
            } else {
                over = true;
            }
        }
        endIfOver();
        return keepsUp;
    }

    void end() {
        synchronized (this) {
            over = true;
        }
        endIfOver();
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            writable = true;
            drain();
        }
        endIfOver();
    }

    @Override
    public void onError(Throwable cause) {
        // The client went away, which is how streams end.
        end();
    }

    private void drain() {
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
                    return;
                }
            }
        } catch (IOException e) {
            over = true;
        }
    }

    /** Outside of the lock: whoever waits for the end runs here. */
    private void endIfOver() {
        boolean isOver;
        synchronized (this) {
            isOver = over;
        }
        if (isOver) {
            ended.complete(null);
        }
    }
}
