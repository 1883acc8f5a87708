/** From files, folders, streams and pages to articles that can be sent. Decides by names and first bytes; text itself is not interpreted. */
package dev.dateline.standalone.push;
