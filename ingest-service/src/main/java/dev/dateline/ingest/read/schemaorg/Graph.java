package dev.dateline.ingest.read.schemaorg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes of a JSON-LD document, with those that are only referred to by {@code @id} found where they are described. */
final class Graph {
    /** Article and its subtypes (schema.org 29). A live blog is one article, its updates are parts of it. */
    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "AnalysisNewsArticle",
            "AskPublicNewsArticle",
            "BackgroundNewsArticle",
            "OpinionNewsArticle",
            "ReportageNewsArticle",
            "ReviewNewsArticle",
            "AdvertiserContentArticle",
            "SatiricalArticle",
            "ScholarlyArticle",
            "MedicalScholarlyArticle",
            "TechArticle",
            "Report",
            "SocialMediaPosting",
            "BlogPosting",
            "LiveBlogPosting",
            "DiscussionForumPosting");
    /** Where an article may be inside another node. */
    private static final List<String> LEADS =
            List.of("@graph", "mainEntity", "itemListElement", "item", "hasPart", "blogPost");

    private static final String ID = "@id";

    private final Map<String, JsonNode> described = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();

    Graph(JsonNode root) {
        index(root);
        collect(root);
    }

    List<JsonNode> articles() {
        return articles;
    }

    /** The node a reference stands for, or the node itself. */
    JsonNode resolve(JsonNode node) {
        return isReference(node) ? described.getOrDefault(node.path(ID).asText(), node) : node;
    }

    private static boolean isReference(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.path(ID).isTextual();
    }

    private void index(JsonNode node) {
        if (node.isObject() && node.size() > 1 && node.path(ID).isTextual()) {
            described.putIfAbsent(node.path(ID).asText(), node);
        }
        node.forEach(this::index);
    }

    private void collect(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (isArticle(node)) {
            String id = node.path(ID).asText();
            if (id.isEmpty() || listed.add(id)) {
                articles.add(node);
            }
        } else if (node.isObject()) {
            LEADS.forEach(lead -> collect(node.path(lead)));
        }
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.isObject() ? node.path("@type") : MissingNode.getInstance();
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (ARTICLES.contains(localName(one.asText()))) {
                    return true;
                }
            }
        }
        return ARTICLES.contains(localName(type.asText()));
    }

    /** Without {@code https://schema.org/} or {@code schema:}. */
    private static String localName(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }
}
