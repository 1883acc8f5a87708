/** How each source does, and what may be done about it through the topic of sources. Knows no HTTP server. */
package dev.dateline.dashboard.sources;
