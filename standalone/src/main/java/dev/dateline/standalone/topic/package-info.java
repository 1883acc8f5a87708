/** Reads topics without joining a group: what is there, up to an end that was looked up, or as it comes. Commits nothing. */
package dev.dateline.standalone.topic;
