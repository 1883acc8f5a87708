/** IPTC's two families of XML envelopes for news: NewsML-G2 and its predecessor NewsML 1. Their text is NITF, XHTML or plain. */
package dev.dateline.ingest.read.newsml;
