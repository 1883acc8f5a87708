/** Says in one sentence how the pipeline is, and why. Judges what the series and the view hold; keeps nothing but what it needs to. */
package dev.dateline.dashboard.verdict;
