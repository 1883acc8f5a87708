/** What a terminal is given: text of strangers made harmless, tables, colours, progress. Knows nothing of articles. */
package dev.dateline.standalone.console;
