/** Several instances of one service, each a process of its own: they share the work, are killed, and take over from each other. */
package dev.dateline.standalone.instances;
