package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.extract.byline.Agencies;
import dev.dateline.enrich.extract.byline.Byline;
import dev.dateline.enrich.extract.byline.PersonName;
import dev.dateline.enrich.extract.page.Marks.Kind;
import dev.dateline.enrich.extract.page.Marks.Mark;
import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.LineShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who a page says wrote the article: names without "by", posts, addresses, and without the site and the agencies. */
final class PageAuthors {
    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "og:article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "article_author",
            "cxenseparse:author",
            "analyticsattributes.author",
            "vr:author",
            "creator",
            "authors",
            "article:author:name",
            "twitter:data1");
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 6;
    private static final int MOST = 20;
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:written|words|text|story|posted|published|reported|geschrieben|verfasst|ein beitrag|article|reviewed) )?"
                    + "(?:by|von|par|por|di|de|door|av|af|autor(?:in)?|autoren|author|auteur|redaktion|text)(?: ?: ?| )"
                    + "|^(?:autor(?:in)?|autoren|authors?|auteur|posted by|text) ?: ?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(
            " ?[;/|] ?| and | und | et | & | y | e (?=\\p{Lu})| og | och |, ?", Pattern.CASE_INSENSITIVE);

    private final PageScan scan;
    private final LinkedArticle linked;
    private final Prose prose;
    private final List<String> siteNames;

    /** Names and the rule that gave them; names of agencies among them. */
    record Found(List<String> names, List<String> agencies, FieldSource from, String rule) {}

    PageAuthors(PageScan scan, LinkedArticle linked, Prose prose, List<String> siteNames) {
        this.scan = scan;
        this.linked = linked;
        this.prose = prose;
        this.siteNames = siteNames.stream().map(PageTitle::fold).toList();
    }

    /** The first rule that gives names; null when none does. */
    Found find(List<String> firstLines) {
        Map<String, Set<String>> agencies = new LinkedHashMap<>();
        Found found = of(linked.authors(), FieldSource.JSON_LD, "author of " + linked.type(), agencies);
        for (String name : METAS) {
            found = found != null ? found : of(scan.head().metas(name), FieldSource.META, "meta " + name, agencies);
        }
        found = found != null ? found : marked(Kind.AUTHOR, "itemprop author", agencies);
        found = found != null ? found : marked(Kind.AUTHOR_LINK, "rel author", agencies);
        found = found != null ? found : marked(Kind.BYLINE_CLASS, "a class that says author", agencies);
        found = found != null ? found : announced(firstLines);
        found = found != null
                ? found
                : of(linked.organisations(), FieldSource.JSON_LD, "author of " + linked.type(), agencies);
        if (found == null && agencies.isEmpty()) {
            return null;
        }
        List<String> all = agencies.keySet().stream().toList();
        return found == null
                ? new Found(List.of(), all, FieldSource.MARKUP, "byline")
                : new Found(found.names(), all, found.from(), found.rule());
    }

    private Found marked(Kind kind, String rule, Map<String, Set<String>> agencies) {
        List<String> texts = new ArrayList<>();
        for (Mark mark : scan.outline().marks().of(kind)) {
            if (!prose.isOfArticle(mark.box())) {
                continue;
            }
            String text = kind == Kind.AUTHOR && mark.element().hasAttr("content") ? mark.value() : mark.text();
            boolean announces = text != null && PREFIX.matcher(text).find();
            if (text != null && (kind != Kind.BYLINE_CLASS || announces || isName(text))) {
                texts.add(text);
            }
        }
        return of(kind == Kind.AUTHOR ? texts : texts.stream().limit(1).toList(), FieldSource.MARKUP, rule, agencies);
    }

    private Found announced(List<String> lines) {
        for (String line : lines) {
            Optional<Byline> byline = Byline.prefixed(line);
            if (byline.isPresent() && !byline.get().authors().isEmpty()) {
                return new Found(
                        byline.get().authors(),
                        List.of(),
                        FieldSource.TEXT,
                        "a line with " + byline.get().prefix());
            }
        }
        return null;
    }

    private Found of(List<String> texts, FieldSource from, String rule, Map<String, Set<String>> agencies) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : texts) {
            String line = text.length() > LONGEST ? null : CleanText.oneLine(text);
            if (line != null) {
                names(line, agencies).stream().limit(MOST).forEach(names::add);
            }
        }
        return names.isEmpty() ? null : new Found(List.copyOf(names), List.of(), from, rule);
    }

    private List<String> names(String line, Map<String, Set<String>> agencies) {
        String bare = PREFIX.matcher(line).replaceFirst("").strip();
        List<String> names = new ArrayList<>();
        for (String piece : BETWEEN.split(bare, -1)) {
            String name = LineShape.bare(PREFIX.matcher(piece.strip()).replaceFirst(""));
            Agencies.Found named = Agencies.in(name);
            if (named.onlyAgencies()) {
                named.names().forEach(agency -> agencies.computeIfAbsent(agency, any -> new LinkedHashSet<>()));
            } else if (mayBeName(name) && names.stream().noneMatch(known -> known.equalsIgnoreCase(name))) {
                boolean post = !names.isEmpty() && PersonName.isPostOrOutlet(List.of(name.split(" ", -1)));
                if (!post) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private boolean mayBeName(String name) {
        return LineShape.hasWord(name)
                && name.length() <= LONGEST_NAME
                && !name.contains("://")
                && !name.contains("www.")
                && name.indexOf('@') < 0
                && name.split(" ", -1).length <= MOST_WORDS
                && !LineShape.hasDigit(name.substring(0, 1))
                && !siteNames.contains(PageTitle.fold(name));
    }

    private static boolean isName(String text) {
        return PersonName.beginning(List.of(text.split(" ", -1))) != null;
    }
}
