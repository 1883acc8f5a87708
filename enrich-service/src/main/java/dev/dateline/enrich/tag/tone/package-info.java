/** How an article sounds. */
package dev.dateline.enrich.tag.tone;
