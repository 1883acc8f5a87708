package dev.dateline.ingest.poll.fetch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets one thread end the exchanges of another at once, those that have not begun included. */
public final class Cancellation {
    private final Set<Runnable> running = new HashSet<>();
    private boolean cancelled;

    public void cancel() {
        List<Runnable> ended;
        synchronized (this) {
            cancelled = true;
            ended = List.copyOf(running);
        }
        ended.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Whether an exchange may begin; {@code end} is then called when it shall stop. */
    synchronized boolean begin(Runnable end) {
        return !cancelled && running.add(end);
    }

    synchronized void done(Runnable end) {
        running.remove(end);
    }
}
