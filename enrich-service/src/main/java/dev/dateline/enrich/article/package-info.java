/** What the steps pass on: the article as it is understood so far. Values only. */
package dev.dateline.enrich.article;
