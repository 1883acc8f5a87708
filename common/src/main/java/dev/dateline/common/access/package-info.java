/** API keys as their holders have them, for every service that asks for one. Knows no topic and no HTTP server. */
package dev.dateline.common.access;
