/** Dates and times as people print them on a line of their own, in the languages of the word lists. What can be read in two ways is left out. */
package dev.dateline.enrich.extract.time;
