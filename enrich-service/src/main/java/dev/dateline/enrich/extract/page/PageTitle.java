package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.extract.page.Marks.Kind;
import dev.dateline.enrich.extract.page.Marks.Mark;
import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.LineShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The headline: of all that could be it, what most of the others agree with. Names of the site are cut off where something
 * else on the page shows them to be its name.
 */
final class PageTitle {
    private static final int LONGEST = 400;
    /** Letters; fewer are in a window's title by accident. */
    private static final int LEAST = 8;
    /** What counts for a candidate that is shown as a heading. */
    private static final double SHOWN = 0.5;
    /** What another counts that holds a candidate and more. */
    private static final double HOLDS = 0.6;
    /** The part of the window's title that a heading must be to be taken for the headline. */
    private static final double MOST_OF_WINDOW = 0.4;

    private static final int MOST_PARTS = 6;
    private static final int FIRST_BLOCKS = 400;
    /** Names at both ends of a title, and one more. */
    private static final int MOST_CUTS = 3;

    private static final Pattern SEPARATOR = Pattern.compile(" [|–—»«·•:-]{1,2} | ?[|»] ?|: ");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final List<String> METAS = List.of(
            "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title");

    private final PageScan scan;
    private final PageSetting setting;
    private final LinkedArticle linked;
    private final Prose prose;
    private final List<String> siteNames;
    private final List<Found> candidates = new ArrayList<>();

    /**
     * A headline.
     *
     * @param mark the element that shows it; null when it is not shown
     */
    record Found(String title, FieldSource from, String rule, Mark mark) {}

    PageTitle(PageScan scan, PageSetting setting, LinkedArticle linked, Prose prose, List<String> siteNames) {
        this.scan = scan;
        this.setting = setting;
        this.linked = linked;
        this.prose = prose;
        this.siteNames = siteNames.stream()
                .map(PageTitle::fold)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Null when the page has no title at all. */
    Found find() {
        addLogo();
        addHeadings();
        add(linked.headline(), FieldSource.JSON_LD, "headline of " + linked.type(), null);
        for (String name : METAS) {
            scan.head().metas(name).stream()
                    .limit(1)
                    .forEach(value -> add(value, FieldSource.META, "meta " + name, null));
        }
        add(scan.head().title(), FieldSource.MARKUP, "title element", null);
        addLowerHeadings();
        addParts();
        Found best = null;
        double most = -1;
        for (Found candidate : candidates) {
            double agreement = agreement(candidate);
            if (agreement > most) {
                most = agreement;
                best = candidate;
            }
        }
        return best == null ? null : attributed(best);
    }

    /** Of several that say the same, the most trustworthy is named as the source. */
    private Found attributed(Found best) {
        return candidates.stream()
                .filter(other -> fold(other.title()).equals(fold(best.title())))
                .min(Comparator.comparing(Found::from))
                .map(other -> new Found(best.title(), other.from(), other.rule(), best.mark()))
                .orElse(best);
    }

    private void addHeadings() {
        List<Mark> headings = scan.outline().marks().of(Kind.H1);
        for (Mark mark : scan.outline().marks().of(Kind.HEADLINE)) {
            if (prose.isOfArticle(mark.box())) {
                add(mark.text(), FieldSource.MARKUP, "itemprop headline", mark);
            }
        }
        for (Mark mark : headings) {
            if (prose.isOfArticle(mark.box()) || headings.size() == 1) {
                add(mark.text(), FieldSource.MARKUP, "h1", mark);
            }
        }
    }

    /** A heading of the first rank that is the last part of the window's title is the site's name, not the article's. */
    private void addLogo() {
        String window = scan.head().title() == null ? "" : scan.head().title();
        Matcher separator = SEPARATOR.matcher(window);
        int last = -1;
        while (separator.find()) {
            last = separator.start() > 0 ? separator.end() : last;
        }
        if (last < 0) {
            return;
        }
        String end = fold(window.substring(last));
        for (Mark mark : scan.outline().marks().of(Kind.H1)) {
            if (mark.text() != null
                    && fold(mark.text()).equals(end)
                    && end.length() < fold(window).length() / 2) {
                siteNames.add(end);
            }
        }
    }

    /** Where the {@code h1} is the site's logo, the headline is a heading that the window's title begins with. */
    private void addLowerHeadings() {
        String window = scan.head().title() == null ? "" : fold(scan.head().title());
        for (Mark mark : scan.outline().marks().of(Kind.LOWER_HEADING)) {
            String text = mark.text() == null ? "" : mark.text();
            String folded = fold(text);
            boolean most = folded.length() >= LEAST && folded.length() >= MOST_OF_WINDOW * window.length();
            if (most && window.startsWith(folded) && prose.isOfArticle(mark.box())) {
                add(text, FieldSource.MARKUP, mark.element().normalName(), mark);
            }
        }
    }

    /** A part of the window's title that is a line of the page, too, is the headline rather than all of it. */
    private void addParts() {
        if (scan.head().title() == null) {
            return;
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : SEPARATOR.split(scan.head().title(), MOST_PARTS)) {
            if (fold(part).length() >= LEAST) {
                parts.put(fold(part), part.strip());
            }
        }
        scan.outline().blocks().stream()
                .limit(parts.size() > 1 ? FIRST_BLOCKS : 0)
                .filter(block -> block.linked() == 0 && prose.isOfArticle(block.box()))
                .map(block -> fold(firstLine(block.text())))
                .filter(parts::containsKey)
                .distinct()
                .forEach(line -> add(parts.get(line), FieldSource.MARKUP, "a part of the title element", null));
    }

    /** Old pages part headline and text by {@code br} alone. */
    private static String firstLine(String text) {
        String bare = text.strip();
        int end = bare.indexOf('\n');
        return bare.substring(0, Math.min(end < 0 ? bare.length() : end, LONGEST));
    }

    private void add(String value, FieldSource from, String rule, Mark mark) {
        String line = value == null || value.length() > LONGEST ? null : CleanText.oneLine(value);
        if (line == null || !LineShape.hasWord(line)) {
            return;
        }
        String title = withoutSite(line);
        if (title != null) {
            candidates.add(new Found(title, from, rule, mark));
        }
    }

    /** Null when nothing but the site's name is there. */
    private String withoutSite(String line) {
        if (isSite(line)) {
            return null;
        }
        String title = line;
        Optional<String> shorter = cut(title);
        for (int turn = 0; turn < MOST_CUTS && shorter.isPresent(); turn++) {
            title = shorter.get();
            shorter = cut(title);
        }
        return title;
    }

    private Optional<String> cut(String line) {
        Matcher separator = SEPARATOR.matcher(line);
        int firstEnd = -1;
        int lastStart = -1;
        int afterFirst = 0;
        int beforeLast = 0;
        while (separator.find()) {
            if (firstEnd < 0) {
                firstEnd = separator.start();
                afterFirst = separator.end();
            }
            beforeLast = separator.start();
            lastStart = separator.end();
        }
        if (lastStart > 0 && isSite(line.substring(lastStart)) && beforeLast > 0) {
            return Optional.of(line.substring(0, beforeLast).strip());
        }
        if (firstEnd > 0 && isSite(line.substring(0, firstEnd)) && afterFirst < line.length()) {
            return Optional.of(line.substring(afterFirst).strip());
        }
        return Optional.empty();
    }

    /** Known by name, or by the page's host: "Der Kurier" at kurier.example. */
    private boolean isSite(String part) {
        String folded = fold(part);
        if (folded.isEmpty() || siteNames.contains(folded)) {
            return true;
        }
        String host = fold(setting.host());
        return folded.length() >= 3
                && host.contains(folded.replaceFirst("^(?:the|der|die|das|le|la|el|il)(?=\\p{L}{4})", ""));
    }

    /** How many other candidates say the same, or say it with something around. What is shown on the page wins a tie. */
    private double agreement(Found candidate) {
        String folded = fold(candidate.title());
        double sum = candidate.mark() == null ? 0 : SHOWN;
        for (Found other : candidates) {
            if (!other.equals(candidate)) {
                String others = fold(other.title());
                sum += others.equals(folded) ? 1 : folded.length() >= LEAST && others.contains(folded) ? HOLDS : 0;
            }
        }
        return sum;
    }

    static String fold(String text) {
        return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
