/** Web pages: their bytes become text, with the charset a browser would use. What of a page is article is the extract step's work. */
package dev.dateline.ingest.read.page;
