/** XML from strangers as a small tree, and parts of such a tree as HTML. No entity is expanded, nothing is fetched, all is bounded. */
package dev.dateline.ingest.read.xml;
