/** The page, the read API and the live stream over HTTP. Holds no state of the news: that is the view's. */
package dev.dateline.dashboard.http;
