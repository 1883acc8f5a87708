/** JSON from strangers, read tolerantly: what is not of the expected kind is absent. Depth and lengths are bounded by the parser. */
package dev.dateline.ingest.read.json;
