/** The catalogue: the only place that knows the topics' names, keys, values, partitions and retention. */
package dev.dateline.common.topics;
