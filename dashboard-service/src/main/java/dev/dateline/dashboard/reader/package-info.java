/** The thin shell that reads the topics into the view and recovers by itself. Decides nothing about the news. */
package dev.dateline.dashboard.reader;
