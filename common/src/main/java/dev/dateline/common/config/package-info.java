/** Strict configuration: defaults from reference.conf, a file, the environment; every problem reported at once. */
package dev.dateline.common.config;
