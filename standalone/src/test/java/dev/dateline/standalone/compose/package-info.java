/** Runs the compose file as an operator would, and looks at what comes out through the published ports. Skipped where there is no Docker. */
package dev.dateline.standalone.compose;
