package dev.dateline.enrich.article;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.Dateline;
import dev.dateline.common.model.FieldSource;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * An article as the extract step understood it: clean text, and where it says it is from.
 *
 * @param providerVersion the provider's own mark of this version, as delivered; null when it gave none
 * @param canonicalUrl the address a page gives as its own; may be null
 * @param itemType what the item is when it is no text; may be null
 * @param publishedAt never null: the time of receipt when nothing else is known
 * @param title never blank: the first words of the body when there is no headline
 * @param authors never null
 * @param agencies each agency with what it has to do with the text; never null
 * @param languageHint the producer's claim, a BCP 47 tag; may be null
 * @param bodyText never blank: paragraphs separated by one empty line, no boilerplate
 * @param findings which rule gave the fields that were read from a page; never null
 */
@RecordBuilder
public record Article(
        String articleId,
        String sourceId,
        String sourceName,
        String sourceDomain,
        String url,
        String providerVersion,
        String canonicalUrl,
        Instant receivedAt,
        Instant publishedAt,
        FieldSource publishedFrom,
        Instant modifiedAt,
        String title,
        String subtitle,
        List<String> authors,
        String agency,
        List<AgencyCredit> agencies,
        Dateline dateline,
        String languageHint,
        String section,
        String itemType,
        String imageUrl,
        String bodyText,
        List<Finding> findings) {

    public Article {
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
