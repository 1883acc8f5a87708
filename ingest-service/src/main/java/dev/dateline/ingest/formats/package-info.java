/** All formats together: which reader takes a document, and how a body holds one article or many. Knows every reader; no HTTP, no Kafka. */
package dev.dateline.ingest.formats;
