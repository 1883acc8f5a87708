package dev.dateline.enrich.identify;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.sketch.Sketch;

/** An article with the sketch of its text. */
public record Sketched(Article article, Sketch sketch) {}
