/** Failures as values: what a step returns instead of throwing. */
package dev.dateline.common.outcome;
