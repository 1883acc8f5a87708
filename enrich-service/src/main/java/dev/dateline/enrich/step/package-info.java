/** The railway the steps run on: a value or a failure, with its origin and the time each step took. No Kafka here. */
package dev.dateline.enrich.step;
