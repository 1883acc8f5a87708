package dev.dateline.common.runtime;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads with a name one recognises in a dump, which never keep the process alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "dateline-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
