/** Which language an article is in. */
package dev.dateline.enrich.tag.language;
