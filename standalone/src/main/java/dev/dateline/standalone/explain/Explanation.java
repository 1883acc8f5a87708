package dev.dateline.standalone.explain;

import dev.dateline.common.http.Problem;
import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.Tags;
import java.util.List;
import java.util.Map;

/**
 * What every step made of one article. What comes after a failure is null; exactly one of {@code problem}, {@code deadLetter} and
 * {@code event} is there.
 *
 * @param problem ingest's answer, when it would not accept the article
 * @param raw the record ingest would publish
 * @param lines for plain text: how each line was read
 * @param event what consumers would see if it is the first of its words
 * @param deadLetter where it would end when a step refuses it
 * @param durationsUs wall time of each step in microseconds, in order, in a JVM that has just started
 */
public record Explanation(
        Given input,
        Problem problem,
        RawArticle raw,
        List<ReadLine> lines,
        Article article,
        Identity identity,
        Tags tags,
        NewsEvent event,
        DeadLetter deadLetter,
        Map<String, Long> durationsUs) {

    /** What was read. */
    public record Given(String name, int bytes, String mediaType, String mediaTypeFrom) {}

    /** One line of pasted text: what it was taken for, and the cue that decided. */
    public record ReadLine(int line, String role, String why, String text) {}

    /**
     * What a later article is compared with.
     *
     * @param articleIdFrom the name it was made of: {@code provider_id}, {@code url} or {@code content}
     * @param contentHash of everything a reader would see
     * @param wordsHash of the words alone, in their order
     * @param shingles in the sketch of the text
     * @param numbers in the sketch, no more than it keeps
     * @param resend what would count as one
     * @param nextRevision what would count as one
     * @param copy what would count as one
     */
    public record Identity(
            String articleId,
            String articleIdFrom,
            int revision,
            String contentHash,
            String wordsHash,
            int shingles,
            int numbers,
            String resend,
            String nextRevision,
            String copy) {}

    public boolean endsAsEvent() {
        return event != null;
    }
}
