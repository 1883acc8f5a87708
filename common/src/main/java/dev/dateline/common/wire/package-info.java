/** How records become bytes: JSON, serdes, headers, digests. Knows nothing of topics or services. */
package dev.dateline.common.wire;
