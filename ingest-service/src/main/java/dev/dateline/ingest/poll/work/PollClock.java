package dev.dateline.ingest.poll.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, and waiting for it: one seam for both, so that tests wait for nothing. */
public interface PollClock extends InstantSource {

    void sleep(Duration time) throws InterruptedException;

    /** The machine's own. */
    static PollClock system() {
        InstantSource now = InstantSource.system();
        return new PollClock() {
            @Override
            public Instant instant() {
                return now.instant();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }
        };
    }
}
