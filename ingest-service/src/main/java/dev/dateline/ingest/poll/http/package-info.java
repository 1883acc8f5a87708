/** The HTTP face of the poller: declare sources, look at them, pause them. Secrets go in and never come out. */
package dev.dateline.ingest.poll.http;
