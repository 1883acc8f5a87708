/** Thin Kafka Streams shells over the pure steps: processors, stores, serdes, exception handlers. No decision is taken here. */
package dev.dateline.enrich.stream;
