/** Which reader takes a document. The only place that knows all formats; adding one is a line here and a section in docs/formats.md. */
package dev.dateline.ingest.formats;
