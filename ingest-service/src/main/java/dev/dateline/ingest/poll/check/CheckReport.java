package dev.dateline.ingest.poll.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a poll of an address gives. Texts are as strangers wrote them.
 *
 * @param status of the last answer; null when there was none
 * @param problem why it would be no source as it is; null when it would
 * @param redirects that were followed, each with its status
 * @param movedTo where the source lives by its permanent redirects; null when it stays
 * @param format that the document turned out to be
 * @param items in the document
 * @param refused of these, the ones that would not be taken, and why the first
 * @param articles the first ones that would
 * @param hub where to subscribe to it; null when it announces none
 * @param pageAllowed whether robots.txt allows the page of the first article; null when there is none to ask about
 * @param nextPoll after which time it would be polled again
 */
public record CheckReport(
        Integer status,
        String problem,
        List<String> redirects,
        String movedTo,
        String format,
        String title,
        int items,
        int refused,
        String refusedBecause,
        List<Article> articles,
        String hub,
        Boolean pageAllowed,
        Duration nextPoll) {

    /** One that would be taken. */
    public record Article(Instant publishedAt, String title, String url, boolean hasText) {}

    static CheckReport failed(Integer status, String problem, List<String> redirects) {
        return new CheckReport(status, problem, redirects, null, null, null, 0, 0, null, List.of(), null, null, null);
    }
}
