/** From bytes to a raw article that keeps the contract. Pure: no HTTP, no Kafka, no clock; interprets no text. */
package dev.dateline.ingest.read;
