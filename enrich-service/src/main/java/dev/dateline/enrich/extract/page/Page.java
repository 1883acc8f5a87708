package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.article.Finding;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * What was read from a web page. All but the lists may be null.
 *
 * @param language BCP 47, as the page says
 * @param agency news agencies named as authors or publishers, with commas
 * @param paragraphs the body, clean, none blank; headings, list items and quotations are paragraphs of their own
 * @param captions of pictures and videos, kept apart from the body
 * @param findings the rule for each field that is not null
 */
@RecordBuilder
public record Page(
        String title,
        String subtitle,
        List<String> authors,
        Instant publishedAt,
        Instant modifiedAt,
        String language,
        String section,
        String imageUrl,
        String canonicalUrl,
        String agency,
        List<String> paragraphs,
        List<String> captions,
        List<Finding> findings) {

    /** The rule's kind for a field; null for a field that was not found. */
    public FieldSource source(String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .map(Finding::from)
                .findFirst()
                .orElse(null);
    }
}
