/** IPTC's News Industry Text Format, alone or inside another format. */
package dev.dateline.ingest.read.nitf;
