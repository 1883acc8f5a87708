/** How two articles compare: the rule's judgement in words, and what their texts have in common to the letter. Reads no files and prints nothing. */
package dev.dateline.standalone.compare;
