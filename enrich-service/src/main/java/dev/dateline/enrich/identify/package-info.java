/** Which article is this, and have we seen it: identity, content hashes, revisions. Pure; the store is elsewhere. */
package dev.dateline.enrich.identify;
