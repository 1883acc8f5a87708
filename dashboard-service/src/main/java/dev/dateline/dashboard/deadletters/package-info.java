/** What could not be processed: grouped, listed, shown, and written back to where it came from. Knows no HTTP server. */
package dev.dateline.dashboard.deadletters;
