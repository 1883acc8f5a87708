package dev.dateline.ingest.http;

import dev.dateline.common.http.Problem;
import java.util.List;

/**
 * The answer to a batch. When the batch could not be read to its end, it is a problem document (RFC 9457) with the other fields as
 * extension members: what {@code items} lists was still dealt with, articles after the last item were not and can be sent again.
 *
 * @param type of the problem that ended the batch; it and the next three are absent when the batch was read to its end
 * @param accepted number of items accepted
 * @param rejected number of items rejected
 * @param items one for each article, in order
 */
public record BatchAnswer(
        String type, String title, Integer status, String detail, int accepted, int rejected, List<Item> items) {

    /**
     * One article's result.
     *
     * @param line its place, from 1: in NDJSON the line, blank lines counted; elsewhere the article within its document
     * @param reader which format reader took it
     * @param status {@value #ACCEPTED} with id and place, or {@value #REJECTED} with a problem
     */
    public record Item(
            int line,
            String status,
            String articleId,
            String reader,
            String topic,
            Integer partition,
            Long offset,
            Problem problem) {
        static final String ACCEPTED = "accepted";
        static final String REJECTED = "rejected";

        static Item accepted(int line, Receipt receipt) {
            return new Item(
                    line,
                    ACCEPTED,
                    receipt.articleId(),
                    receipt.reader(),
                    receipt.topic(),
                    receipt.partition(),
                    receipt.offset(),
                    null);
        }

        /** The id is null when it was not an article. */
        static Item rejected(int line, String articleId, Problem problem) {
            return new Item(line, REJECTED, articleId, null, null, null, null, problem);
        }
    }

    static BatchAnswer of(List<Item> items, Problem ended) {
        int accepted = (int) items.stream()
                .filter(item -> item.status().equals(Item.ACCEPTED))
                .count();
        int rejected = items.size() - accepted;
        return ended == null
                ? new BatchAnswer(null, null, null, null, accepted, rejected, items)
                : new BatchAnswer(
                        ended.type(), ended.title(), ended.status(), ended.detail(), accepted, rejected, items);
    }
}
