/**
 * What the pipeline's figures were, second by second and minute by minute, made of telemetry alone, so that a restart rebuilds the same.
 * Pure state fed record by record; everything in it is bounded. No Kafka client and no HTTP here.
 */
package dev.dateline.dashboard.series;
