package dev.dateline.ingest.poll.read;

import dev.dateline.ingest.read.Document;

/** The characters of an HTML page; what is content in it, enrich decides. */
@FunctionalInterface
public interface PageReader {
    /**
     * The page as text.
     *
     * @throws dev.dateline.common.http.ProblemException when it is no page
     */
    String html(Document document);
}
