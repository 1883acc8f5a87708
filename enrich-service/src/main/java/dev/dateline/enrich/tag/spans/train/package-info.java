/** Training of the sequence tagger from labelled texts; runs at a developer's desk, never in the service. */
package dev.dateline.enrich.tag.spans.train;
