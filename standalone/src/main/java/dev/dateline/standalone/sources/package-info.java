/** What `dateline sources` does: talks to ingest about sources, and shows them to people. Polls nothing but to check. */
package dev.dateline.standalone.sources;
