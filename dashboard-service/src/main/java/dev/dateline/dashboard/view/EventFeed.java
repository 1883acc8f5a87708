package dev.dateline.dashboard.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** New events on their way to the live streams: of each round the newest few, the rest is counted. */
final class EventFeed {
    private final int perRound;
    private final Deque<EventSummary> waiting = new ArrayDeque<>();
    private int leftOut;

    EventFeed(int perRound) {
        this.perRound = perRound;
    }

    void add(EventSummary event) {
        waiting.addLast(event);
        if (waiting.size() > perRound) {
            waiting.removeFirst();
            leftOut++;
        }
    }

    /** What arrived since the last call, oldest first. */
    List<EventSummary> take() {
        List<EventSummary> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** How many were left out since the last call. */
    int takeLeftOut() {
        int count = leftOut;
        leftOut = 0;
        return count;
    }
}
