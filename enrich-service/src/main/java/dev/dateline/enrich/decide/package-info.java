/** What a verdict means for an article that may already be published: event, copy, withdrawal, or nothing. Pure. */
package dev.dateline.enrich.decide;
