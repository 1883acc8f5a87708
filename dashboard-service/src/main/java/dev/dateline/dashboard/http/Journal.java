package dev.dateline.dashboard.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last events of the live stream, for clients that were away for a moment. Any thread may ask. */
final class Journal {
    /** A minute of the fullest stream. */
    static final int KEPT = 1_200;

    private final String run;
    private final Deque<StreamMessage> last = new ArrayDeque<>();
    private long events;

    /**
     * What a client missed.
     *
     * @param events those that are still there, oldest first
     * @param skipped how many are not, or null when that is not known
     * @param upTo where the stream stands with these
     */
    record Missed(List<StreamMessage> events, Long skipped, StreamId upTo) {}

    /**
     * A journal without events.
     *
     * @param run digits and small letters, other ones for each run
     */
    Journal(String run) {
        this.run = run;
    }

    /** Where the stream stands. */
    synchronized StreamId position() {
        return new StreamId(run, events);
    }

    /** Makes a message of the next event. */
    synchronized StreamMessage add(Object event) {
        StreamMessage message = StreamMessage.event(new StreamId(run, events + 1), event);
        events++;
        last.addLast(message);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        return message;
    }

    /** What came after the last that a client got. */
    synchronized Missed since(StreamId seen) {
        if (!seen.run().equals(run) || seen.events() > events) {
            return new Missed(List.of(), null, position());
        }
        List<StreamMessage> there = last.stream()
                .filter(message -> message.events() > seen.events())
                .toList();
        return new Missed(there, events - seen.events() - there.size(), position());
    }
}
