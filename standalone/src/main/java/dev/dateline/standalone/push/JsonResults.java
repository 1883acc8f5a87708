package dev.dateline.standalone.push;

import dev.dateline.common.client.Sent;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.console.PrintableJson;
import java.util.function.Consumer;

/** Tells programs what became of each article: one JSON object a line. */
public final class JsonResults implements Consumer<ItemResult> {
    private final Consumer<String> lines;
    private final Tally tally;

    /**
     * A result's form; absent fields have no meaning for its status.
     *
     * @param status {@code accepted}, {@code rejected}, {@code not_sent} or {@code no_article}
     * @param httpStatus of a rejection
     * @param type of a rejection: the problem's, see {@code GET /problems/...}
     */
    private record Line(
            String item,
            Integer number,
            String status,
            String articleId,
            String topic,
            Integer partition,
            Long offset,
            Integer httpStatus,
            String type,
            String field,
            String detail) {}

    public JsonResults(Consumer<String> lines, Tally tally) {
        this.lines = lines;
        this.tally = tally;
    }

    @Override
    public void accept(ItemResult result) {
        tally.count(result.sent());
        lines.accept(PrintableJson.line(Json.bytes(line(result.item(), result.number(), result.sent())))
                .orElseThrow());
    }

    private static Line line(String item, Integer number, Sent sent) {
        if (sent instanceof Sent.Accepted a) {
            return new Line(
                    item,
                    number,
                    "accepted",
                    a.articleId(),
                    a.topic(),
                    a.partition(),
                    a.offset(),
                    null,
                    null,
                    null,
                    null);
        }
        if (sent instanceof Sent.Rejected r) {
            return new Line(
                    item, number, "rejected", null, null, null, null, r.status(), r.type(), r.field(), r.detail());
        }
        String status = sent instanceof Sent.Unsent ? "not_sent" : "no_article";
        String detail = sent instanceof Sent.Unsent unsent ? unsent.detail() : null;
        return new Line(item, number, status, null, null, null, null, null, null, null, detail);
    }
}
