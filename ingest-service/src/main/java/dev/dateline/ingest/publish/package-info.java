/** From raw articles to acknowledged records on Kafka, with a bounded buffer and honest answers. Knows no HTTP. */
package dev.dateline.ingest.publish;
