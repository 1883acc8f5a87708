/**
 * Reads whole web pages: the article's paragraphs, and what the page says about it, each with the rule that gave it.
 * One parse and one walk per page; bounded in depth, time and memory whatever the page holds; no network.
 */
package dev.dateline.enrich.extract.page;
