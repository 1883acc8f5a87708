package dev.dateline.ingest.poll;

import dev.dateline.ingest.poll.work.PollClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that tests set; sleeping moves it on. */
public final class VirtualClock implements PollClock {
    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        pass(time);
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    public synchronized void moveTo(Instant time) {
        now = time.isAfter(now) ? time : now;
    }
}
