/** From a record's bytes to a raw article that can be worked with. The one place that distrusts producers. */
package dev.dateline.enrich.read;
