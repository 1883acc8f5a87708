/**
 * The tag step: language, keywords, names, primary country, summary and counts of one article, each with its evidence.
 * Pure and bounded for any text; no Kafka, no clock, no network.
 */
package dev.dateline.enrich.tag;
