package dev.dateline.enrich.watch;

/** Says the topology's description now and then: in the first records after a start, for those who listen, then once a minute. */
final class TopologyNotice {
    private static final int FIRST = 5;
    private static final int EVERY = 60;
    /** One of more characters is not said at all: a part of it would be another topology. */
    static final int MOST = 16 << 10;

    private final String description;
    private int round;

    TopologyNotice(String description) {
        this.description = description.length() > MOST ? null : description;
    }

    /** To be called for each record; null when this one goes without. */
    String next() {
        boolean said = round < FIRST || round % EVERY == 0;
        round++;
        return said ? description : null;
    }
}
