/** The ingest service: its parts put together, its settings, its main program. Reading, HTTP and publishing live below. */
package dev.dateline.ingest;
