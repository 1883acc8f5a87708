/** The topic of API keys as an operator sees it: read, added to, revoked. Prints nothing, and keeps no secret. */
package dev.dateline.standalone.keys;
