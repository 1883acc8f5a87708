/** The records consumers see, composed from what the steps found. Pure. */
package dev.dateline.enrich.publish;
