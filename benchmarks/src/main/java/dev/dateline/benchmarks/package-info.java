/** Micro benchmarks (JMH) of the pure steps. End-to-end figures come from {@code dateline bench}. */
package dev.dateline.benchmarks;
