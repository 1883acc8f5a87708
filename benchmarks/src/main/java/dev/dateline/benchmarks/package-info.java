/** Programs that measure: each prints its figures and how it got them. Nothing that ships may depend on one. */
package dev.dateline.benchmarks;
