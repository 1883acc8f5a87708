/** The records on the topics, one class each, exactly as consumers see them. No behaviour beyond derived fields. */
package dev.dateline.common.model;
