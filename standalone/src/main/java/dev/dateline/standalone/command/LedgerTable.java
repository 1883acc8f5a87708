package dev.dateline.standalone.command;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.console.Table;
import java.util.ArrayList;
import java.util.List;

/** The books for people: a line per source, the total, and whether they balance. */
final class LedgerTable {
    private LedgerTable() {}

    static List<String> lines(Books books, Palette palette) {
        Table table = new Table("source", "raw", "events", "duplicates", "resends", "dead letters", "in flight", "");
        books.sources().forEach((source, line) -> row(table, Printable.of(source), line));
        row(table, "total", books.total());
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, palette.bold(lines.get(0)));
        lines.add("");
        lines.add(verdict(books, palette));
        return lines;
    }

    private static void row(Table table, String source, LedgerLine line) {
        table.row(
                source,
                line.raw(),
                line.events(),
                line.duplicates(),
                line.resends(),
                line.deadLetters(),
                line.inFlight(),
                line.inFlight() == 0 ? "balanced" : "open");
    }

    private static String verdict(Books books, Palette palette) {
        if (books.balanced()) {
            return palette.green("balanced") + ": raw = events + duplicates + resends + dead letters, for every source";
        }
        return palette.yellow("not balanced") + ": " + books.total().inFlight() + " in flight, " + books.unread()
                + " on the raw topic not booked yet";
    }
}
