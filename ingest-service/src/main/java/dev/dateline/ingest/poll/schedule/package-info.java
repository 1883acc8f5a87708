/** When each source is polled next: pure rules over its declaration, its state and a clock. Knows no HTTP and no Kafka. */
package dev.dateline.ingest.poll.schedule;
