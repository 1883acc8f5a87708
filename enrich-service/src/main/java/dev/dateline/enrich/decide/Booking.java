package dev.dateline.enrich.decide;

/**
 * What a decision changes in the books at once. A published original is booked when its event is composed, for that may be refused.
 *
 * @param events added, or taken away
 * @param duplicates added, or taken away
 */
public record Booking(int events, int duplicates) {
    static final Booking NONE = new Booking(0, 0);
    static final Booking COPY = new Booking(0, 1);
    static final Booking NO_LONGER_COPY = new Booking(0, -1);
    static final Booking NO_LONGER_EVENT = new Booking(-1, 0);
    static final Booking EVENT_TO_COPY = new Booking(-1, 1);

    public boolean isNothing() {
        return equals(NONE);
    }
}
