/** The HTTP server all services share, and errors as RFC 9457 problems. Knows no service. */
package dev.dateline.common.http;
