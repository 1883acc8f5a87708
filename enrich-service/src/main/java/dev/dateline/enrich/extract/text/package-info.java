/** Text brought into one form, and the word lists it is compared with. Knows nothing of articles; linear in its input. */
package dev.dateline.enrich.extract.text;
