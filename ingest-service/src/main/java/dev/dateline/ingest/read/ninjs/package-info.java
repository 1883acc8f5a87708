/** IPTC's news in JSON: the flat form of its versions 1.x and the lists of 2.x and 3.x. */
package dev.dateline.ingest.read.ninjs;
