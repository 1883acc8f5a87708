package dev.dateline.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * One revision of an article as its outlet has it; the formats print it. Fields the outlet leaves out are null.
 *
 * @param html whether its JSON carries HTML instead of text
 * @param agency whom the text is credited to
 * @param teaser a line amid pasted text that leads elsewhere; null when there is none
 * @param notes lines after the text that are not the article: agency line, prompts
 * @param traits what is odd about it, see {@link Oddity}
 */
@RecordBuilder
record Article(
        Story story,
        Outlet outlet,
        String articleId,
        String providerId,
        int revision,
        Instant published,
        Instant modified,
        Channel channel,
        boolean html,
        String url,
        String title,
        String subtitle,
        List<String> authors,
        String agency,
        String language,
        String section,
        List<String> keywords,
        Body body,
        String teaser,
        List<String> notes,
        List<String> traits)
        implements ArticleBuilder.With {}
