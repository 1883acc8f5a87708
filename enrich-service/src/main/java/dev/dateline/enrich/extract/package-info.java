/**
 * The extract step: from what was received to clean paragraphs, a headline, authors, a time and a dateline.
 * Pure functions of their input, linear in its length; no Kafka, no clock, no network.
 */
package dev.dateline.enrich.extract;
