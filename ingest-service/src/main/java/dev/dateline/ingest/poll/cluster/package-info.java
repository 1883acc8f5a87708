/** How instances share the polling through Kafka: what is declared and known, who polls what, and claims that a former owner can't make. */
package dev.dateline.ingest.poll.cluster;
