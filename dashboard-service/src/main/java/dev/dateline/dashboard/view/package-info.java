/** What the page shows, as pure state fed record by record; everything in it is bounded. No Kafka client and no HTTP here. */
package dev.dateline.dashboard.view;
