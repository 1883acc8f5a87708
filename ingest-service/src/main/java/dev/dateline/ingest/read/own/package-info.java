/** The two forms that are Dateline's own: its JSON and pasted text. What other formats lack a place for can be sent in these. */
package dev.dateline.ingest.read.own;
