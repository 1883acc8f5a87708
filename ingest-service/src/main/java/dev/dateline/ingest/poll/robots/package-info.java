/** What hosts allow to be fetched (RFC 9309). Parsing is crawler-commons'; asking, keeping and the rules for silence are here. */
package dev.dateline.ingest.poll.robots;
