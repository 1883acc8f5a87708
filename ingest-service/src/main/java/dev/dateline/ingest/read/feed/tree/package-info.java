/** XML as it is found on the web: bytes to text by whatever charset fits, text to a tree whatever its faults, links to addresses. Knows namespaces of feeds, but no feed. */
package dev.dateline.ingest.read.feed.tree;
