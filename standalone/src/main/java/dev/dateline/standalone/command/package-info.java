/** The {@code dateline} command line: options, progress and output. The work is done by the modules. */
package dev.dateline.standalone.command;
