/** The latest events in memory: found by filters, placed on the map, counted as trends, read whole from the topics when asked for. No HTTP here. */
package dev.dateline.dashboard.articles;
