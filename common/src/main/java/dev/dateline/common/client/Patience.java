package dev.dateline.common.client;

import java.time.Duration;

/**
 * How long one goes on trying while ingest is busy or Kafka is away.
 *
 * @param atMost from the first refusal to giving up; every success starts it anew
 */
public record Patience(Duration atMost) {
    /** Long enough for a restart of a broker. */
    public static final Patience USUAL = new Patience(Duration.ofMinutes(1));

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** The tries of one request. */
    Tries begin() {
        return new Tries();
    }

    /** Counts the time since the first refusal. Pauses double, unless the answer says how long. */
    final class Tries {
        private long deadline;
        private Duration pause = FIRST_PAUSE;
        private boolean refused;

        /**
         * Waits before the next try; false when patience is at its end.
         *
         * @param asked what {@code Retry-After} asks for; null when it is not given
         */
        boolean waited(Duration asked) {
            long now = System.nanoTime();
            if (!refused) {
                refused = true;
                deadline = now + atMost.toNanos();
            }
            Duration wait = shorter(asked == null ? pause : asked, LONGEST_PAUSE);
            pause = pause.multipliedBy(2);
            return deadline - now > wait.toNanos() && sleep(wait);
        }

        /** Something was taken: the next refusal is a first one. */
        void succeeded() {
            refused = false;
            pause = FIRST_PAUSE;
        }

        private static Duration shorter(Duration a, Duration b) {
            return a.compareTo(b) < 0 ? a : b;
        }

        private static boolean sleep(Duration wait) {
            try {
                Thread.sleep(Math.max(wait.toMillis(), 1));
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
