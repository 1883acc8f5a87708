/** Text from editable resource files: templates, rules and the dice that choose among them. Knows nothing of news. */
package dev.dateline.simulator.grammar;
