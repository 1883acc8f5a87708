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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
            "^(?:(?:view |see |show )?(?:all )?(?:posts|articles|stories|alle artikel|alle beiträge|mehr|more|beiträge|artikel) "
                    + "(?:by|from|von) |(?:(?:written|words|text|story|posted|published|reported|geschrieben|verfasst|ein beitrag|article|reviewed) )?"
                    + "(?:by|von|par|por|di|de|door|av|af|autor(?:in)?|autoren|author|auteur|redaktion|text)(?: ?: ?| ))"
                    + "|^(?:autor(?:in)?|autoren|authors?|auteur|posted by|text) ?: ?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(
            " ?[;/|] ?| and | und | et | & | y | e (?=\\p{Lu})| og | och |, ?", Pattern.CASE_INSENSITIVE);

    private final PageScan scan;
    private final LinkedArticle linked;
    private final Prose prose;
    private final List<String> siteNames;
    private final Set<String> agencies = new LinkedHashSet<>();

    /** Names and the rule that gave them. */
    record Found(List<String> names, FieldSource from, String rule) {}

    PageAuthors(PageScan scan, LinkedArticle linked, Prose prose, List<String> siteNames) {
        this.scan = scan;
        this.linked = linked;
        this.prose = prose;
        this.siteNames = siteNames.stream().map(PageTitle::fold).toList();
    }

    /** The first rule that gives the name of a person, else the first that gives any; null when none does. */
    Found find(List<String> firstLines) {
        List<Found> all = new ArrayList<>();
        all.add(of(linked.authors(), FieldSource.JSON_LD, "author of " + linked.type()));
        for (String name : METAS) {
            all.add(of(scan.head().metas(name), FieldSource.META, "meta " + name));
        }
        all.add(marked(Kind.AUTHOR, "itemprop author"));
        all.add(marked(Kind.AUTHOR_LINK, "rel author"));
        all.add(marked(Kind.BYLINE_CLASS, "a class that says author"));
        all.add(announced(firstLines));
        all.add(of(linked.organisations(), FieldSource.JSON_LD, "author of " + linked.type()));
        List<Found> found = all.stream().filter(Objects::nonNull).toList();
        return found.stream()
                .filter(one -> one.names().stream().anyMatch(PageAuthors::isName))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0));
    }

    /** News agencies named where authors are, in their order. */
    List<String> agencies() {
        return List.copyOf(agencies);
    }

    private Found marked(Kind kind, String rule) {
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
        return of(kind == Kind.AUTHOR ? texts : texts.stream().limit(1).toList(), FieldSource.MARKUP, rule);
    }

    private Found announced(List<String> lines) {
        for (String line : lines) {
            Optional<Byline> byline = Byline.prefixed(line);
            if (byline.isPresent() && !byline.get().authors().isEmpty()) {
                return new Found(
                        byline.get().authors(),
                        FieldSource.TEXT,
                        "a line with " + byline.get().prefix());
            }
        }
        return null;
    }

    private Found of(List<String> texts, FieldSource from, String rule) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : texts) {
            String line = text.length() > LONGEST ? null : CleanText.oneLine(text);
            if (line != null && !isAddress(line)) {
                names(line).stream().limit(MOST).forEach(names::add);
            }
        }
        return names.isEmpty() ? null : new Found(List.copyOf(names), from, rule);
    }

    private List<String> names(String line) {
        String bare = PREFIX.matcher(line).replaceFirst("").strip();
        List<String> names = new ArrayList<>();
        for (String piece : BETWEEN.split(bare, -1)) {
            String name = LineShape.bare(PREFIX.matcher(piece.strip()).replaceFirst(""));
            Agencies.Found named = Agencies.in(name);
            if (named.onlyAgencies()) {
                agencies.addAll(named.names());
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
                && !isAddress(name)
                && name.split(" ", -1).length <= MOST_WORDS
                && !LineShape.hasDigit(name.substring(0, 1))
                && !siteNames.contains(PageTitle.fold(name));
    }

    private static boolean isAddress(String text) {
        return text.contains("://") || text.contains("www.") || text.indexOf('@') >= 0 || text.contains("[at]");
    }

    private static boolean isName(String text) {
        return PersonName.beginning(List.of(text.split(" ", -1))) != null;
    }
}
