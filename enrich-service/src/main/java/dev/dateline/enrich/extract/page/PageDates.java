package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.extract.page.Marks.Kind;
import dev.dateline.enrich.extract.page.Marks.Mark;
import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.LineShape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a page says that its article was published and changed: the first rule that gives a time which can be true. */
final class PageDates {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "article:published",
            "datepublished",
            "og:published_time",
            "published_time",
            "vr:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date.created",
            "dcterms.created",
            "dcterms.date",
            "dc.date",
            "dc.created",
            "pubdate",
            "pub_date",
            "publishdate",
            "publish_date",
            "publish-date",
            "publication_date",
            "publicationdate",
            "published",
            "published_at",
            "published_date",
            "og:pubdate",
            "og:release_date",
            "article.published",
            "article_date_original",
            "articledate",
            "analyticsattributes.articledate",
            "sn-post-date",
            "outbrain-date",
            "content_create_date",
            "datecreated",
            "creation_date",
            "uploaddate",
            "rnews:datepublished",
            "displaydate",
            "article-date",
            "ptime",
            "originalpublicationdate",
            "citation_date",
            "citation_publication_date",
            "citation_online_date",
            "bt:pubdate",
            "date",
            "article.created",
            "dm_timestamp",
            "veeseo:date",
            "obj_date_gsa");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:article:modified_time",
            "datemodified",
            "og:updated_time",
            "og:modified_time",
            "dc.date.modified",
            "dcterms.modified",
            "lastmod",
            "last-modified",
            "last_updated_date",
            "lastupdated",
            "dateupdate",
            "article_date_updated",
            "revision_date",
            "updated_time",
            "modified_time");
    /** {@code /2019/10/19/}, {@code 2019-10-19}, {@code 20191019}; and {@code 19-10-2019}. */
    private static final Pattern IN_URL =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([/_.-]?)(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])(?!\\d)"
                    + "|(?<!\\d)(0[1-9]|[12]\\d|3[01])[_.-](0[1-9]|1[0-2])[_.-]((?:19|20)\\d{2})(?!\\d)");

    private static final int COMPACT = 8;
    /** Blocks around the headline that may hold a time line. */
    private static final int BEFORE = 6;

    private static final int BEHIND = 14;
    /** A line so near is the headline's, whatever it is called. */
    private static final int NEAR = 3;

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_PROSE = 110;
    private static final int LONGEST_DATELINE = 40;

    private final PageSetting setting;
    private final PageScan scan;
    private final LinkedArticle linked;
    private final Prose prose;

    /** A time and the rule that gave it. */
    record Found(PageTime time, FieldSource from, String rule) {}

    PageDates(PageSetting setting, PageScan scan, LinkedArticle linked, Prose prose) {
        this.setting = setting;
        this.scan = scan;
        this.linked = linked;
        this.prose = prose;
    }

    /**
     * The time of publication, or that of the last change where nothing says more; null when the page tells neither.
     *
     * @param headline index of the block with the headline
     * @param bodyEnd index behind the last block of the body
     */
    Found published(int headline, int bodyEnd) {
        List<Found> all = new ArrayList<>();
        addLinked(all, linked.published(), "datePublished");
        addMetas(all, PUBLISHED);
        addMarks(all, Kind.PUBLISHED, "itemprop datePublished");
        addTimes(all, headline, bodyEnd);
        addUrl(all);
        addMarks(all, Kind.DATE_CLASS, "a class that says date");
        addText(all, headline, bodyEnd);
        addLinked(all, linked.modified(), "dateModified");
        addMetas(all, MODIFIED);
        addMarks(all, Kind.MODIFIED, "itemprop dateModified");
        return likeliest(all);
    }

    /** The time of the last change; null when the page does not tell it. */
    Found modified() {
        List<Found> all = new ArrayList<>();
        addLinked(all, linked.modified(), "dateModified");
        addMetas(all, MODIFIED);
        addMarks(all, Kind.MODIFIED, "itemprop dateModified");
        return likeliest(all);
    }

    private static Found likeliest(List<Found> all) {
        return all.stream()
                .filter(found -> found.time().isLikely())
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    private void addLinked(List<Found> all, String value, String property) {
        add(all, value, FieldSource.JSON_LD, property + " of " + linked.type());
    }

    private void addMetas(List<Found> all, List<String> names) {
        for (String name : names) {
            scan.head().metas(name).forEach(value -> add(all, value, FieldSource.META, "meta " + name));
        }
    }

    private void addMarks(List<Found> all, Kind kind, String rule) {
        for (Mark mark : scan.outline().marks().of(kind)) {
            if (prose.isOfArticle(mark.box())) {
                add(all, mark.value(), FieldSource.MARKUP, rule);
            }
        }
    }

    /** {@code time} elements behind the headline before those above it: the latter may be the day's date. */
    private void addTimes(List<Found> all, int headline, int bodyEnd) {
        List<Mark> times = scan.outline().marks().of(Kind.TIME).stream()
                .filter(mark -> prose.isOfArticle(mark.box()))
                .toList();
        times.stream().filter(mark -> mark.element().hasAttr("pubdate")).forEach(mark -> addTime(all, mark));
        times.stream()
                .filter(mark -> mark.block() >= headline - BEFORE && mark.block() <= bodyEnd)
                .forEach(mark -> addTime(all, mark));
        times.forEach(mark -> addTime(all, mark));
    }

    private void addTime(List<Found> all, Mark mark) {
        int before = all.size();
        add(all, mark.value(), FieldSource.MARKUP, "time element");
        if (all.size() == before) {
            add(all, mark.text(), FieldSource.MARKUP, "time element");
        }
    }

    private void addUrl(List<Found> all) {
        if (setting.url() == null) {
            return;
        }
        Matcher date = IN_URL.matcher(setting.url());
        while (date.find()) {
            boolean compact = date.group(2) != null && date.group(2).isEmpty();
            if (!compact || date.group().length() == COMPACT) {
                add(all, isoDay(date), FieldSource.URL, "the address");
            }
        }
    }

    private static String isoDay(Matcher date) {
        boolean yearFirst = date.group(1) != null;
        String day = yearFirst ? date.group(4) : date.group(5);
        String month = yearFirst ? date.group(3) : date.group(6);
        return (yearFirst ? date.group(1) : date.group(7)) + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Lines around the headline, then those that end the article, then how its first paragraphs begin. */
    private void addText(List<Found> all, int headline, int bodyEnd) {
        List<Block> blocks = scan.outline().blocks();
        int size = blocks.size();
        for (int i = Math.max(0, headline); i < Math.min(size, headline + BEHIND); i++) {
            addLine(all, blocks.get(i), i - headline <= NEAR, "a line below the headline");
        }
        for (int i = Math.min(size, headline) - 1; i >= Math.max(0, headline - BEFORE); i--) {
            addLine(all, blocks.get(i), headline - i <= NEAR, "a line above the headline");
        }
        for (int i = Math.max(0, bodyEnd - 2); i < Math.min(size, bodyEnd + BEFORE); i++) {
            addLine(all, blocks.get(i), false, "a line below the text");
            if (prose.isAround(i)) {
                addBeginning(all, blocks.get(i), LONGEST_LINE, "a line below the text");
            }
        }
        for (int i = Math.max(0, headline); i < Math.min(size, headline + BEHIND); i++) {
            addBeginning(all, blocks.get(i), LONGEST_DATELINE, "the beginning of a paragraph");
        }
    }

    private void addLine(List<Found> all, Block block, boolean near, String rule) {
        boolean paragraph = block.isProse() && block.length() > LONGEST_PROSE;
        if (block.length() > LONGEST_LINE || paragraph || !(near || prose.isOfArticle(block.box()))) {
            return;
        }
        for (String line : CleanText.lines(block.text()).split("\n", -1)) {
            if (LineShape.hasDigit(line)) {
                add(all, line, FieldSource.TEXT, rule);
            }
        }
    }

    /** {@code Berlin, 21. Oktober 2021 - ...} */
    private void addBeginning(List<Found> all, Block block, int length, String rule) {
        String text = CleanText.oneLine(block.text());
        if (prose.isOfArticle(block.box()) && text != null) {
            add(all, text.substring(0, Math.min(text.length(), length)), FieldSource.TEXT, rule);
        }
    }

    private void add(List<Found> all, String value, FieldSource from, String rule) {
        PageTime.parse(value, setting.order(), setting.receivedAt())
                .ifPresent(time -> all.add(new Found(time, from, rule)));
    }
}
