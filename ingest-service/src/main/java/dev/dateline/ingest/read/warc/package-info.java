/** Web archives (WARC, ISO 28500) as a way in: found record by record, in memory that does not grow with the archive. What a page says is its reader's work. */
package dev.dateline.ingest.read.warc;
