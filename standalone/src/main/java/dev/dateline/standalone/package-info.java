/** One JVM with everything in it: broker, services, and the {@code dateline} command. */
package dev.dateline.standalone;
