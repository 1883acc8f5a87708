/** Which articles are copies of each other: the rule, the bands in which they meet, and the index of one share of the bands. Pure. */
package dev.dateline.enrich.near;
