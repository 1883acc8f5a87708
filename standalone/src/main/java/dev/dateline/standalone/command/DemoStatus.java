package dev.dateline.standalone.command;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.LedgerReader;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.KafkaException;

/** One line about what has come and what became of it; on a terminal it is written again in place. */
final class DemoStatus implements AutoCloseable {
    private final LedgerReader ledger;
    private final PrintWriter out;
    private final boolean inPlace;

    DemoStatus(KafkaSettings kafka, PrintWriter out, boolean inPlace) {
        this.ledger = LedgerReader.open(kafka);
        this.out = out;
        this.inPlace = inPlace;
    }

    void print() {
        String line;
        try {
            line = line(ledger.read());
        } catch (KafkaException e) {
            line = "Kafka does not answer: " + e.getMessage();
        }
        if (inPlace) {
            out.print("\r\u001b[K  " + line);
        } else {
            out.println("  " + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        }
        out.flush();
    }

    static String line(Books books) {
        LedgerLine total = books.total();
        return "raw " + total.raw() + " = events " + total.events() + " + duplicates " + total.duplicates()
                + " + resends " + total.resends() + " + dead letters " + total.deadLetters() + " + in flight "
                + (total.inFlight() + books.unread());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
