package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.article.Finding;
import dev.dateline.enrich.extract.byline.Agencies;
import dev.dateline.enrich.extract.text.CleanText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a web page; the same page, address and time always give the same result. */
public final class PageReader {
    private static final int FIRST_LINES = 12;
    private static final int LONGEST_STATED = 300;

    /**
     * Reads a page.
     *
     * @param html decoded, whatever its quality
     * @param url where it was found; may be null
     * @param receivedAt times later than this can't be true
     */
    public Page read(String html, String url, Instant receivedAt) {
        PageScan scan = PageScan.of(html);
        LinkedArticle linked = new LinkedArticleReader(LinkedData.of(scan.head().scripts())).read();
        PageBuilder page = PageBuilder.builder();
        List<Finding> findings = new ArrayList<>();
        PageFacts facts = new PageFacts(scan, linked, findings);
        String language = facts.language();
        PageSetting setting = PageSetting.of(url, language, receivedAt);
        Prose prose = Prose.of(scan.outline());
        List<String> siteNames = facts.siteNames();

        PageTitle.Found title = new PageTitle(scan, setting, linked, prose, siteNames).find();
        if (title != null) {
            findings.add(finding("title", title.from(), title.rule(), title.title()));
        }
        int shown = title != null && title.mark() != null ? title.mark().block() : -1;
        ContentFinder.Found content = new ContentFinder(scan.outline(), prose, shown).find();

        int headline = shown >= 0 ? shown : content.boxes().get(0).first;
        int bodyEnd = content.boxes().get(content.boxes().size() - 1).end;
        PageDates dates = new PageDates(setting, scan, linked, prose);
        PageDates.Found published = dates.published(headline, bodyEnd);
        PageDates.Found modified = dates.modified();
        addTime(findings, "published_at", published);
        addTime(findings, "modified_at", modified);
        List<String> lines = scan.outline().blocks().stream()
                .skip(headline)
                .limit(FIRST_LINES)
                .map(block -> CleanText.oneLine(block.text()))
                .filter(Objects::nonNull)
                .toList();
        PageAuthors people = new PageAuthors(scan, linked, prose, siteNames);
        PageAuthors.Found authors = people.find(lines);
        if (authors != null) {
            findings.add(finding("authors", authors.from(), authors.rule(), String.join(", ", authors.names())));
        }
        List<Block> blocks = new BodyBlocks(scan.outline(), prose).in(content.boxes());
        Optional<Block> standfirst = new Standfirst(scan.outline(), prose).find(shown, blocks);
        BodyChoice.Found body = new BodyChoice(scan, linked, prose).choose(content, blocks, standfirst);
        List<String> paragraphs = body.paragraphs();
        findings.add(finding("body_text", body.from(), body.rule(), ""));
        return page.title(title == null ? null : title.title())
                .authors(authors == null ? List.of() : authors.names())
                .publishedAt(published == null ? null : published.time().at())
                .modifiedAt(modified == null ? null : modified.time().at())
                .language(language)
                .section(facts.section())
                .imageUrl(facts.image(setting))
                .canonicalUrl(facts.canonical(setting))
                .agency(agency(people, linked))
                .paragraphs(paragraphs)
                .captions(List.of())
                .findings(findings)
                .build();
    }

    private static String agency(PageAuthors authors, LinkedArticle linked) {
        List<String> named = authors.agencies();
        List<String> all = Stream.concat(
                        named.stream(),
                        linked.organisations().stream().flatMap(name -> Agencies.in(name).names().stream()))
                .distinct()
                .toList();
        return all.isEmpty() ? null : String.join(", ", all);
    }

    private static void addTime(List<Finding> findings, String field, PageDates.Found found) {
        if (found != null) {
            findings.add(finding(field, found.from(), found.rule(), found.time().stated()));
        }
    }

    static Finding finding(String field, FieldSource from, String rule, String stated) {
        return new Finding(field, from, rule, stated.substring(0, Math.min(stated.length(), LONGEST_STATED)));
    }
}
