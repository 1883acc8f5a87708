package dev.dateline.ingest.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One request at a time to each host, and a pause between two: for the polls of this instance, and for the pages they fetch. Safe for
 * several threads.
 */
public final class HostTurns {
    /** Hosts whose pause is over are forgotten when there are this many. */
    private static final int MANY = 10_000;

    private final Duration pause;
    private final Map<String, Turn> hosts = new HashMap<>();

    /** The end of time, while somebody is being served. */
    private record Turn(boolean taken, Instant freeAt, Duration ownPause) {}

    public HostTurns(Duration pause) {
        this.pause = pause;
    }

    /** Takes the turn at a host if it is free now; whoever has it gives it back. */
    public synchronized boolean take(String host, Instant now) {
        Turn turn = hosts.get(host);
        if (turn != null && (turn.taken() || now.isBefore(turn.freeAt()))) {
            return false;
        }
        if (hosts.size() >= MANY) {
            hosts.values().removeIf(other -> !other.taken() && !now.isBefore(other.freeAt()));
        }
        hosts.put(host, new Turn(true, now, turn == null ? null : turn.ownPause()));
        return true;
    }

    /** Gives the turn back; the host then has its pause. */
    public synchronized void giveBack(String host, Instant now) {
        Turn turn = hosts.get(host);
        if (turn != null) {
            Instant free = now.plus(turn.ownPause() == null ? pause : turn.ownPause());
            hosts.put(host, new Turn(false, free.isAfter(turn.freeAt()) ? free : turn.freeAt(), turn.ownPause()));
        }
    }

    /** Gives the turn back unused. */
    public synchronized void leave(String host, Instant now) {
        Turn turn = hosts.get(host);
        if (turn != null) {
            hosts.put(host, new Turn(false, now, turn.ownPause()));
        }
    }

    /** Nobody asks this host before a time: it has said so ({@code Retry-After}). */
    public synchronized void rest(String host, Instant until) {
        Turn turn = hosts.get(host);
        boolean taken = turn != null && turn.taken();
        hosts.put(host, new Turn(taken, until, turn == null ? null : turn.ownPause()));
    }

    /** The pause that a host asks for (robots.txt, Crawl-delay), when it is longer than ours. */
    public synchronized void slowDown(String host, Duration own) {
        Turn turn = hosts.get(host);
        if (own.compareTo(pause) > 0 && turn != null) {
            hosts.put(host, new Turn(turn.taken(), turn.freeAt(), own));
        }
    }
}
