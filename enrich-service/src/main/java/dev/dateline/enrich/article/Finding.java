package dev.dateline.enrich.article;

import dev.dateline.common.model.FieldSource;

/**
 * Why a field of an article has its value.
 *
 * @param field in the event's name, for example {@code published_at}
 * @param rule what was read, for people: {@code datePublished of NewsArticle}, {@code meta article:author}
 * @param stated the value as the page states it, at most some hundred characters; a time keeps its own zone here
 */
public record Finding(String field, FieldSource from, String rule, String stated) {}
