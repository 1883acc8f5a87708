/** Whom and what an article names, over the whole of it: full names, short forms, acronyms, headlines. */
package dev.dateline.enrich.tag.names;
