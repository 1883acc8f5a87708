package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.extract.text.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a web page; the same page, address and time always give the same result. */
public final class PageReader {
    private static final int FIRST_LINES = 12;

    /**
     * Reads a page.
     *
     * @param html decoded, whatever its quality
     * @param url where it was found; may be null
     * @param receivedAt times later than a day after it can't be true
     */
    public Page read(String html, String url, Instant receivedAt) {
        PageScan scan = PageScan.of(html);
        return new Reading(
                        scan, new LinkedArticleReader(LinkedData.of(scan.head().scripts())).read(), url, receivedAt)
                .page();
    }

    /** One page while it is read: headline, then body, then what depends on where these are. */
    private static final class Reading {
        private final PageScan scan;
        private final LinkedArticle linked;
        private final Prose prose;
        private final Findings findings = new Findings();
        private final PageFacts facts;
        private final PageSetting setting;
        private final String language;
        private final PageBuilder page = PageBuilder.builder();

        Reading(PageScan scan, LinkedArticle linked, String url, Instant receivedAt) {
            this.scan = scan;
            this.linked = linked;
            this.prose = Prose.of(scan.outline());
            this.facts = new PageFacts(scan, linked, findings);
            this.language = facts.language();
            this.setting = PageSetting.of(url, language, receivedAt);
        }

        Page page() {
            List<String> siteNames = facts.siteNames();
            PageTitle.Found title = new PageTitle(scan, setting, linked, prose, siteNames).find();
            if (title != null) {
                page.title(findings.add("title", title.from(), title.rule(), title.title()));
            }
            int shown =
                    title == null || title.mark() == null ? -1 : title.mark().block();
            ContentFinder.Found content = new ContentFinder(scan.outline(), prose, shown).find();
            int headline = shown >= 0 ? shown : content.first();
            addTimes(headline, content.end());
            addAuthors(headline, siteNames);
            addBody(content, shown, title == null ? null : title.title());
            return page.language(language)
                    .section(facts.section())
                    .imageUrl(facts.image(setting))
                    .canonicalUrl(facts.canonical(setting))
                    .findings(findings.all())
                    .build();
        }

        private void addBody(ContentFinder.Found content, int headline, String title) {
            BodyBlocks blocks = new BodyBlocks(scan.outline(), prose, title);
            List<Block> own = blocks.in(content.boxes());
            Optional<Block> standfirst = new Standfirst(scan.outline(), prose).find(headline, own);
            BodyChoice.Found body = new BodyChoice(scan, linked, prose).choose(content, own, standfirst);
            findings.add("body_text", body.from(), body.rule(), "");
            String stated = CleanText.oneLine(linked.alternativeHeadline());
            if (stated != null) {
                page.subtitle(findings.add(
                        "subtitle", FieldSource.JSON_LD, "alternativeHeadline of " + linked.type(), stated));
            } else {
                standfirst
                        .filter(block -> !Standfirst.isParagraph(block))
                        .map(block -> CleanText.oneLine(block.text()))
                        .ifPresent(line -> page.subtitle(
                                findings.add("subtitle", FieldSource.MARKUP, "a class that says subtitle", line)));
            }
            page.paragraphs(withoutTitle(body.paragraphs(), title)).captions(blocks.captions(content.boxes()));
        }

        private static List<String> withoutTitle(List<String> paragraphs, String title) {
            boolean repeated = title != null
                    && paragraphs.size() > 1
                    && PageTitle.fold(paragraphs.get(0)).equals(PageTitle.fold(title));
            return repeated ? paragraphs.subList(1, paragraphs.size()) : paragraphs;
        }

        private void addTimes(int headline, int bodyEnd) {
            PageDates dates = new PageDates(setting, scan, linked, prose);
            PageDates.Found published = dates.published(headline, bodyEnd);
            if (published != null) {
                findings.add(
                        "published_at",
                        published.from(),
                        published.rule(),
                        published.time().stated());
                page.publishedAt(published.time().at());
            }
            PageDates.Found modified = dates.modified();
            if (modified != null
                    && (published == null
                            || modified.time().at().isAfter(published.time().at()))) {
                findings.add(
                        "modified_at",
                        modified.from(),
                        modified.rule(),
                        modified.time().stated());
                page.modifiedAt(modified.time().at());
            }
        }

        private void addAuthors(int headline, List<String> siteNames) {
            List<String> lines = scan.outline().blocks().stream()
                    .skip(headline)
                    .limit(FIRST_LINES)
                    .map(block -> CleanText.oneLine(block.text()))
                    .filter(Objects::nonNull)
                    .toList();
            PageAuthors people = new PageAuthors(scan, linked, prose, siteNames);
            PageAuthors.Found authors = people.find(lines);
            if (authors != null) {
                findings.add("authors", authors.from(), authors.rule(), String.join(", ", authors.names()));
            }
            page.authors(authors == null ? List.of() : authors.names());
            if (!people.agencies().isEmpty()) {
                page.agency(String.join(", ", people.agencies()));
            }
        }
    }
}
