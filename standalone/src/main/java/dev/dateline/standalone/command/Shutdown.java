package dev.dateline.standalone.command;

import java.util.List;

/** Closes things in order when the process is told to stop. */
final class Shutdown {
    private final Thread hook;

    private Shutdown(List<AutoCloseable> inOrder) {
        this.hook = new Thread(() -> inOrder.forEach(Shutdown::close), "dateline-shutdown");
    }

    static Shutdown closing(AutoCloseable... inOrder) {
        Shutdown shutdown = new Shutdown(List.of(inOrder));
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** The work ended by itself: nothing is left to be closed. */
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is stopping already, and the hook is at work: wait, so that output is not cut off.
            join();
        }
    }

    private void join() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes one of them now. */
    static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            System.err.println("did not stop cleanly: " + e);
        }
    }
}
