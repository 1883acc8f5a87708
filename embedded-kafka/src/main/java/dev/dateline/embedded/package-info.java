/**
 * A real Kafka broker and controller inside this JVM, with its data on disk. Nothing here knows Dateline's topics or services; other
 * packages see {@link dev.dateline.embedded.EmbeddedKafka}, its settings and its start failure.
 */
package dev.dateline.embedded;
