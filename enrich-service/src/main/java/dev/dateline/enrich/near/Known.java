package dev.dateline.enrich.near;

/**
 * An earlier neighbour, and what is known of it.
 *
 * @param asked true once its owner was asked to tell what it is
 * @param notice its last word; null before the first
 */
public record Known(Neighbour neighbour, boolean asked, Notice notice) {
    static Known of(Neighbour neighbour) {
        return new Known(neighbour, false, null);
    }

    Known whenAsked() {
        return new Known(neighbour, true, notice);
    }

    Known told(Notice news) {
        return notice == null || news.turn() > notice.turn() ? new Known(neighbour, true, news) : this;
    }
}
