package dev.dateline.standalone.command;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.Count;
import dev.dateline.standalone.books.Verification;
import dev.dateline.standalone.console.PrintableJson;
import java.util.List;
import java.util.Map;

/**
 * The books for programs.
 *
 * @param unread records in the raw topic that are not booked yet
 * @param verification absent unless asked for
 */
record LedgerJson(List<Row> sources, Row total, long unread, boolean balanced, Second verification) {

    /** One source; {@code sourceId} is absent for the total. */
    record Row(String sourceId, long raw, long events, long duplicates, long resends, long deadLetters, long inFlight) {

        static Row of(String sourceId, LedgerLine line) {
            return new Row(
                    sourceId,
                    line.raw(),
                    line.events(),
                    line.duplicates(),
                    line.resends(),
                    line.deadLetters(),
                    line.inFlight());
        }
    }

    /** The recount, and where it differs. */
    record Second(boolean agrees, Map<String, Count> sources, List<String> differences) {}

    static LedgerJson of(Books books, Verification verification) {
        return new LedgerJson(
                books.sources().entrySet().stream()
                        .map(entry -> Row.of(entry.getKey(), entry.getValue()))
                        .toList(),
                Row.of(null, books.total()),
                books.unread(),
                books.balanced(),
                verification == null
                        ? null
                        : new Second(verification.agrees(), verification.recounted(), verification.differences()));
    }

    String line() {
        return PrintableJson.line(Json.bytes(this)).orElseThrow();
    }
}
