/** What readers see first: summary and counts. */
package dev.dateline.enrich.tag.reading;
