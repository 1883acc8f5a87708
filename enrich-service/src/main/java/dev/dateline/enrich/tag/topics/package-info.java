/** What an article is about: the IPTC Media Topics and a user's own topics, by weighted terms that are kept in files that people can edit. */
package dev.dateline.enrich.tag.topics;
