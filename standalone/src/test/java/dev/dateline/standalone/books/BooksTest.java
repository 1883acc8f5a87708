package dev.dateline.standalone.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void partitionsAreSummedBySource() {
        Books books = Books.of(
                List.of(line("b", 0, 3, 1, 1, 1, 0), line("b", 1, 2, 2, 0, 0, 0), line("a", 1, 1, 0, 0, 0, 1)),
                Map.of(0, 3L, 1, 3L));

        assertThat(books.sources().keySet()).containsExactly("a", "b");
        assertThat(books.sources().get("b")).isEqualTo(line("b", 0, 5, 3, 1, 1, 0));
        assertThat(books.total()).isEqualTo(line("total", -1, 6, 3, 1, 1, 1));
        assertThat(books.unread()).isZero();
        assertThat(books.balanced()).isTrue();
    }

    @Test
    void whatIsNotBookedYetIsOpen() {
        Books books = Books.of(List.of(line("a", 0, 2, 2, 0, 0, 0)), Map.of(0, 5L, 1, 1L));

        assertThat(books.unread()).isEqualTo(4);
        assertThat(books.balanced()).isFalse();
    }

    @Test
    void whatIsInFlightIsOpen() {
        assertThat(Books.of(List.of(line("a", 0, 2, 1, 0, 0, 0)), Map.of(0, 2L)).balanced())
                .isFalse();
    }

    @Test
    void twoWrongsDoNotBalance() {
        Books books = Books.of(List.of(line("a", 0, 2, 1, 0, 0, 0), line("b", 0, 1, 2, 0, 0, 0)), Map.of(0, 3L));

        assertThat(books.total().inFlight()).isZero();
        assertThat(books.balanced()).isFalse();
    }

    @Test
    void nothingBalances() {
        assertThat(Books.of(List.of(), Map.of(0, 0L)).balanced()).isTrue();
    }

    private static LedgerLine line(
            String source, int partition, long raw, long events, long duplicates, long resends, long deadLetters) {
        return new LedgerLine(source, partition, raw, events, duplicates, resends, deadLetters, AT);
    }
}
