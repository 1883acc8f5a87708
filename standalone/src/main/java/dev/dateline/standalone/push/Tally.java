package dev.dateline.standalone.push;

import dev.dateline.common.client.Sent;

/** How many articles were accepted, rejected, and not sent. */
public final class Tally {
    private long accepted;
    private long rejected;
    private long unsent;

    void count(Sent sent) {
        if (sent instanceof Sent.Accepted) {
            accepted++;
        } else if (sent instanceof Sent.Rejected) {
            rejected++;
        } else if (sent instanceof Sent.Unsent) {
            unsent++;
        }
    }

    public long accepted() {
        return accepted;
    }

    /** Whether nothing has been counted. */
    public boolean isEmpty() {
        return accepted + rejected + unsent == 0;
    }

    /** Whether every article there was has been accepted. */
    public boolean complete() {
        return rejected == 0 && unsent == 0;
    }

    @Override
    public String toString() {
        return accepted + " accepted, " + rejected + " rejected" + (unsent == 0 ? "" : ", " + unsent + " not sent");
    }
}
