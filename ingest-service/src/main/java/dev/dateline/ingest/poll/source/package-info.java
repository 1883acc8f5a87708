/** Sources as people declare them: the form of a declaration, the sources file, and what is declared now. Knows no HTTP and no Kafka. */
package dev.dateline.ingest.poll.source;
