/** What every step does to one article, without Kafka: the service's own steps in a row, and a page that shows their results. Prints nothing itself. */
package dev.dateline.standalone.explain;
