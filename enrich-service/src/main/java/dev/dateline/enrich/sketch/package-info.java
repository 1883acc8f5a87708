/** What a text is made of, small enough to compare millions: words, shingles, MinHash signatures, numbers, band keys. Pure. */
package dev.dateline.enrich.sketch;
