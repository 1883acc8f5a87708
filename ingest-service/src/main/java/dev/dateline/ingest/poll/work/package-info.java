/** One poll: fetch, read, tell what is new, fetch its pages, publish. When it runs and what is remembered of it is decided elsewhere. */
package dev.dateline.ingest.poll.work;
