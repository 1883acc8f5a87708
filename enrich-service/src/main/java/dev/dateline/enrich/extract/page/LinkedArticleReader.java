package dev.dateline.enrich.extract.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Finds the article among a page's schema.org nodes and reads its properties (schema.org/Article, schema.org/CreativeWork). */
final class LinkedArticleReader {
    private static final int MOST_AUTHORS = 20;
    private static final Set<String> OTHER_WORKS = Set.of(
            "webpage",
            "itempage",
            "medicalwebpage",
            "videoobject",
            "recipe",
            "podcastepisode",
            "episode",
            "tvepisode",
            "review",
            "blog",
            "creativework",
            "product",
            "event");

    private final LinkedData data;

    LinkedArticleReader(LinkedData data) {
        this.data = data;
    }

    LinkedArticle read() {
        JsonNode best = null;
        int most = 0;
        for (JsonNode node : data.nodes()) {
            int rank = rank(node);
            if (rank > most) {
                most = rank;
                best = node;
            }
        }
        return best == null ? ofBrokenScripts() : article(best);
    }

    private LinkedArticle ofBrokenScripts() {
        return LinkedArticleBuilder.builder(LinkedArticle.NONE)
                .type("a script that is no JSON")
                .published(data.brokenDate("datePublished").orElse(null))
                .modified(data.brokenDate("dateModified").orElse(null))
                .build();
    }

    /** Articles before other works, those that say more before those that say less; 0 for anything else. */
    private static int rank(JsonNode node) {
        String type = type(node).toLowerCase(Locale.ROOT);
        int kind = isArticle(type) ? 100 : OTHER_WORKS.contains(type) ? 10 : 0;
        if (kind == 0) {
            return 0;
        }
        int said = (node.has("articleBody") ? 2 : 0)
                + (node.has("headline") ? 2 : 0)
                + (node.has("datePublished") ? 2 : 0)
                + (node.has("author") ? 1 : 0);
        return kind + said;
    }

    private static boolean isArticle(String type) {
        return type.endsWith("article")
                || type.endsWith("posting")
                || type.equals("report")
                || type.equals("reportage");
    }

    private LinkedArticle article(JsonNode node) {
        List<String> people = new ArrayList<>();
        List<String> organisations = new ArrayList<>();
        for (JsonNode author : many(first(node, "author", "creator"))) {
            boolean organisation =
                    type(data.resolve(author)).toLowerCase(Locale.ROOT).contains("organization");
            String name = name(author);
            if (name != null && people.size() < MOST_AUTHORS) {
                (organisation ? organisations : people).add(name);
            }
        }
        return LinkedArticleBuilder.builder()
                .type(type(node))
                .headline(text(first(node, "headline", "name")))
                .alternativeHeadline(text(first(node, "alternativeHeadline", "alternateName")))
                .description(text(node.get("description")))
                .authors(people)
                .organisations(organisations)
                .publisher(name(node.get("publisher")))
                .published(text(first(node, "datePublished", "uploadDate", "dateCreated")))
                .modified(text(node.get("dateModified")))
                .language(name(node.get("inLanguage")))
                .section(text(node.get("articleSection")))
                .image(address(first(node, "image", "thumbnailUrl")))
                .url(address(first(node, "mainEntityOfPage", "url")))
                .body(text(first(node, "articleBody", "text")))
                .build();
    }

    private static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null
                    && !value.isNull()
                    && !(value.isTextual() && value.asText().isBlank())) {
                return value;
            }
        }
        return null;
    }

    private static String type(JsonNode node) {
        JsonNode type = node.get("@type");
        JsonNode one = type != null && type.isArray() ? type.get(0) : type;
        String name = one == null ? "" : one.asText();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static List<JsonNode> many(JsonNode value) {
        if (value == null) {
            return List.of();
        }
        List<JsonNode> all = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(all::add);
        } else {
            all.add(value);
        }
        return all;
    }

    /** A string, the first of several, or what a node is called. */
    private String name(JsonNode value) {
        for (JsonNode one : many(value)) {
            JsonNode node = data.resolve(one);
            String name = node.isObject() ? text(first(node, "name", "legalName", "alternateName")) : text(node);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private String address(JsonNode value) {
        for (JsonNode one : many(value)) {
            JsonNode node = data.resolve(one);
            String address = node.isObject() ? text(first(node, "url", "contentUrl", "@id")) : text(node);
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /** Text of a string, the first of several; entities in it are written for HTML. */
    private static String text(JsonNode value) {
        JsonNode one = value != null && value.isArray() ? value.get(0) : value;
        if (one == null || !one.isValueNode() || one.isNull() || one.asText().isBlank()) {
            return null;
        }
        String text = one.asText();
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
