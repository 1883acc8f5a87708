package dev.dateline.dashboard.articles;

/** The words of one revision; plain text, never markup. */
public record ArticleText(String articleId, int revision, String title, String subtitle, String bodyText) {}
