/** Ingest's HTTP interface from the client's side: requests, answers, patience. What is sent is not looked into. */
package dev.dateline.standalone.send;
