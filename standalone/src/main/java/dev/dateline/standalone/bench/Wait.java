package dev.dateline.standalone.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that happens elsewhere, for a bounded time. */
final class Wait {
    private static final Duration SOON = Duration.ofMillis(2);
    private static final double NANOS = 1e9;

    private Wait() {}

    static void until(BooleanSupplier condition, Duration within, String what) throws InterruptedException {
        until(condition, SOON, within, what);
    }

    static void until(BooleanSupplier condition, Duration every, Duration within, String what)
            throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchException("waited " + within.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(every.toMillis());
        }
    }

    /** Returns when a thread that was told to end has ended, or when this one is interrupted. */
    static void forEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static double secondsSince(long startedNanos) {
        return (System.nanoTime() - startedNanos) / NANOS;
    }
}
