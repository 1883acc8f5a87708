/** Which articles have the same words, and which of them is the original: groups, claims and verdicts. Pure; stores are elsewhere. */
package dev.dateline.enrich.copies;
