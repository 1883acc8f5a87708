/** Brings the simulator's deliveries to a running pipeline: over HTTP and onto the raw topic, at a rate, without losing one. */
package dev.dateline.standalone.simulate;
