/** The enrich service: one topology from raw articles to structured events. {@link dev.dateline.enrich.EnrichTopology} is the place to start. */
package dev.dateline.enrich;
