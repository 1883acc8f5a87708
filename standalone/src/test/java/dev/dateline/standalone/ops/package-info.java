/** What is in {@code ops/}: that Prometheus understands it and that the services have every meter it names. */
package dev.dateline.standalone.ops;
