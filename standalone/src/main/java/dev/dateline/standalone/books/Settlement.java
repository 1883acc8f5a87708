package dev.dateline.standalone.books;

import java.time.Duration;
import java.util.function.Consumer;

/** Waits until the books balance, as long as they move. */
public final class Settlement {
    /** Lines are published once a second. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final LedgerReader ledger;
    private final Duration stillAtMost;

    /** Gives up once the books have not moved for a time. */
    public Settlement(LedgerReader ledger, Duration stillAtMost) {
        this.ledger = ledger;
        this.stillAtMost = stillAtMost;
    }

    /**
     * The books when they balance, or as they stood still.
     *
     * @param seen is shown the books after every look
     */
    public Books await(Consumer<Books> seen) throws InterruptedException {
        Books books = ledger.read();
        long movedAt = System.nanoTime();
        while (!books.balanced() && System.nanoTime() - movedAt < stillAtMost.toNanos()) {
            seen.accept(books);
            Thread.sleep(LOOK_EVERY.toMillis());
            Books next = ledger.read();
            if (!next.equals(books)) {
                movedAt = System.nanoTime();
            }
            books = next;
        }
        return books;
    }
}
