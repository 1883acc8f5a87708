/** How often copies are found, by how much they have in common: pairs of texts made to measure, and the curve drawn. Needs no corpus and no Kafka. */
package dev.dateline.standalone.recall;
