/** The sequence tagger: which tokens of a sentence are names, and of what. Pure and bounded for any text. */
package dev.dateline.enrich.tag.spans;
