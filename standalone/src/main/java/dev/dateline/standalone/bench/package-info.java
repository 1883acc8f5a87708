/** How fast it is: one run on one broker that measures throughput, CPU by step, latency and memory. Measures, and prints nothing itself. */
package dev.dateline.standalone.bench;
