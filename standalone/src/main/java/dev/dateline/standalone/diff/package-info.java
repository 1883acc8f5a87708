/** What another version of the pipeline made of the same articles: events compared field by field. */
package dev.dateline.standalone.diff;
