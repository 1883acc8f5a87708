/** Who may change something on the dashboard, and the record of what was changed. Knows no HTTP server. */
package dev.dateline.dashboard.admin;
