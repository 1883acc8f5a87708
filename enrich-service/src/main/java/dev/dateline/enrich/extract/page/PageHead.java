package dev.dateline.enrich.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** What a page says of itself outside of its text: {@code meta}, {@code link}, {@code title}, and scripts with data. */
final class PageHead {
    private static final int MOST_VALUES = 600;
    private static final int LONGEST_VALUE = 4000;
    private static final int MOST_RELS = 5;
    private static final int MOST_SCRIPTS = 40;

    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final List<String> scripts = new ArrayList<>();
    private String title;
    private String language;
    private int values;

    /** A value and the name it was given under. */
    record Meta(String name, String value) {}

    void add(Element element) {
        switch (element.normalName()) {
            case "html" ->
                language = blankToNull(element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang"));
            case "title" -> title = title == null ? blankToNull(element.text()) : title;
            case "meta" -> addMeta(element);
            case "link" -> addLink(element);
            case "script" -> addScript(element);
            default -> {
                // the page's text
            }
        }
    }

    /** The first value given under one of these names, the names in their order. */
    Optional<Meta> meta(List<String> names) {
        for (String name : names) {
            List<String> found = metas.get(name);
            if (found != null) {
                return Optional.of(new Meta(name, found.get(0)));
            }
        }
        return Optional.empty();
    }

    /** All values given under a name. */
    List<String> metas(String name) {
        return metas.getOrDefault(name, List.of());
    }

    Optional<String> link(String rel) {
        return Optional.ofNullable(links.get(rel)).filter(address -> !address.isBlank());
    }

    List<String> scripts() {
        return scripts;
    }

    /** The window's title; may be null. */
    String title() {
        return title;
    }

    /** The language the document is marked with; may be null. */
    String language() {
        return language;
    }

    private void addMeta(Element meta) {
        String value = meta.attr("content");
        if (value.isBlank() || value.length() > LONGEST_VALUE || values >= MOST_VALUES) {
            return;
        }
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                values++;
                metas.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value.strip());
            }
        }
    }

    private void addLink(Element link) {
        for (String rel : link.attr("rel").toLowerCase(Locale.ROOT).split(" ", MOST_RELS)) {
            if (!rel.isEmpty()) {
                links.putIfAbsent(rel, link.attr("href"));
            }
        }
    }

    private void addScript(Element script) {
        if (scripts.size() < MOST_SCRIPTS
                && script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            scripts.add(script.data());
        }
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
