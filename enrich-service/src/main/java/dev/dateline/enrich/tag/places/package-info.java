/** Places: which one of a name is meant, and where it is. */
package dev.dateline.enrich.tag.places;
