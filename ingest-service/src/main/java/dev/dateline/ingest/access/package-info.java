/** Who may send: API keys, their topic, their limits, and what a caller's key allows. Knows no HTTP server and no article format. */
package dev.dateline.ingest.access;
