/** What ingest counts by source, for telemetry. */
package dev.dateline.ingest.count;
