/** Articles as schema.org describes them in JSON-LD: what web sites put into their pages and content systems export. */
package dev.dateline.ingest.read.schemaorg;
