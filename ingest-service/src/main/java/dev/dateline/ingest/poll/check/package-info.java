/** What a poll of an address would give, found out once, for people who think of declaring it. Writes nothing anywhere. */
package dev.dateline.ingest.poll.check;
