/** Looks at the running Kafka Streams for telemetry and the metrics: lag, rebalances, stores. Changes nothing about it. */
package dev.dateline.enrich.watch;
