/** The subscriber of W3C WebSub: asks hubs, answers their questions, takes what they deliver. A feed's polling goes on, more slowly. */
package dev.dateline.ingest.poll.websub;
