/** How the dashboard's other packages follow topics, read single records and write acknowledged ones. Knows no record's meaning. */
package dev.dateline.dashboard.kafka;
