/** Ingest's HTTP interface from the producer's side: requests, answers, patience, batches. What is sent is not looked into. */
package dev.dateline.common.client;
