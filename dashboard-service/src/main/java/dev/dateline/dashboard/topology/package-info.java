/** The steps of enrich as a graph, read from the description that Kafka Streams gives of itself and enrich publishes. */
package dev.dateline.dashboard.topology;
