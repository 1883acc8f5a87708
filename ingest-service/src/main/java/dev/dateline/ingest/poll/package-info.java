/** The feed poller: asks declared sources for news, politely, shared by all instances. Its parts are put together here. */
package dev.dateline.ingest.poll;
