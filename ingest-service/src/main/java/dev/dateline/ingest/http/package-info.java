/** The HTTP face of ingest: bodies, routes, answers, and the counters of what was accepted and refused. Knows no Kafka client. */
package dev.dateline.ingest.http;
