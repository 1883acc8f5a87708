package dev.dateline.ingest.read;

import dev.dateline.common.http.Problem;
import dev.dateline.common.model.RawArticle;

/** One article of a document, read or refused. */
public sealed interface Reading {

    /** Mapped; what identifies and admits it comes after, in {@link ArticleRules}. */
    record Article(RawArticle draft) implements Reading {}

    /** Not an article that can be read; the document's others are not concerned. */
    record Refused(Problem problem) implements Reading {}
}
