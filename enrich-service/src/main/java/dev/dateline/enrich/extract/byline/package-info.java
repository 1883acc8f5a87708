/** Names of people and news agencies as bylines print them. Shapes and word lists decide; no list of people. */
package dev.dateline.enrich.extract.byline;
