/** Text preparation: words, sentences, forms; made once for an article and shared by all taggers. */
package dev.dateline.enrich.tag.text;
