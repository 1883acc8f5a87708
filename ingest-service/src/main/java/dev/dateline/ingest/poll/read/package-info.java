/** What the poller needs of a fetched document: its items, and what it says about where and how often to ask. Parsing is done elsewhere. */
package dev.dateline.ingest.poll.read;
