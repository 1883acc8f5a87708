package dev.dateline.dashboard.articles;

/**
 * The words of one revision; plain text, never markup.
 *
 * @param asDelivered whether they are the raw record's, not cleaned: a copy that never was an event has no others
 */
public record ArticleText(
        String articleId, int revision, String title, String subtitle, String bodyText, boolean asDelivered) {}
