/** HTTP GET as a guest behaves: to public addresses only, within a size and a time, identified. Knows no feed, no schedule, no Kafka. */
package dev.dateline.ingest.poll.fetch;
