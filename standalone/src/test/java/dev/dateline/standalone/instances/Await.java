package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition, up to a deadline that only a defect reaches. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 50;

    private Await() {}

    /** Returns as soon as it is so; {@code what} completes "still waiting until ...". */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting until %s", what).isLessThan(deadline);
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
