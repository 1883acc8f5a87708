/** What services count about themselves, and how to read it. Knows no Kafka; {@code common.model} has the records that are published. */
package dev.dateline.common.telemetry;
