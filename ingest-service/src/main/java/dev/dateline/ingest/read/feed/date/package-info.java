/** Dates as feeds write them, to instants. Pure and bounded; what is not a date is refused and never guessed. */
package dev.dateline.ingest.read.feed.date;
