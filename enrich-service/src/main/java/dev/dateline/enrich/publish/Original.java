package dev.dateline.enrich.publish;

import dev.dateline.enrich.article.Article;

/**
 * An article that is to be published as an event.
 *
 * @param copiesSeen copies of it known so far
 */
public record Original(Article article, int revision, int copiesSeen) {}
