package dev.dateline.enrich.extract;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.Dateline;
import java.time.Instant;
import java.util.List;

/**
 * What pasted text says about itself. Nothing is invented: what the text does not tell is null or empty.
 *
 * @param title the headline, null when the text starts with its first paragraph
 * @param subtitle the line below the headline; null when there is none
 * @param authors names as printed, in their order
 * @param publishedAt the time the text gives for its publication, in UTC; null when there is none or it can't be true
 * @param modifiedAt the time of the last change it gives, later than {@code publishedAt}; may be null
 * @param agency news agencies the text credits, separated by commas; may be null
 * @param credits agencies that a line below the text credits
 * @param dateline place and day in front of the first paragraph; may be null
 * @param paragraphs the body, one paragraph each, without anything that is not the article's text
 * @param lines the role of every line that is not empty, in their order
 */
public record Reading(
        String title,
        String subtitle,
        List<String> authors,
        Instant publishedAt,
        Instant modifiedAt,
        String agency,
        List<AgencyCredit> credits,
        Dateline dateline,
        List<String> paragraphs,
        List<Evidence> lines) {}
