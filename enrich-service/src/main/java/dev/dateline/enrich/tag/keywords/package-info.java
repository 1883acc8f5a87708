/** The terms that stand out in an article. */
package dev.dateline.enrich.tag.keywords;
