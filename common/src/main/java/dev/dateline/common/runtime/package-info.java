/** What every service runs on: Kafka clients, lifecycle, health, metrics, telemetry. Knows no step and no page. */
package dev.dateline.common.runtime;
