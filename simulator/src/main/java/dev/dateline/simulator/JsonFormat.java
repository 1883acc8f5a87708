package dev.dateline.simulator;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints an article as the JSON that ingest takes. */
final class JsonFormat {
    static final String MEDIA_TYPE = "application/json";

    private JsonFormat() {}

    static byte[] print(Article article) {
        return Json.bytes(fields(article));
    }

    /** The same fields in the opposite order, indented: other bytes, the same article. */
    static byte[] printDifferently(Article article) {
        Map<String, Object> fields = fields(article);
        List<String> names = new ArrayList<>(fields.keySet());
        Collections.reverse(names);
        Map<String, Object> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, fields.get(name)));
        try {
            return Json.MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(reversed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> fields(Article article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source_id", article.outlet().sourceId());
        fields.put("source_name", article.outlet().name());
        fields.put("source_domain", article.outlet().domain());
        fields.put("provider_id", article.providerId());
        putIfPresent(fields, "url", article.url());
        fields.put("published_at", Json.iso(article.published()));
        putIfPresent(fields, "modified_at", article.modified() == null ? null : Json.iso(article.modified()));
        fields.put("title", article.title());
        putIfPresent(fields, "subtitle", article.subtitle());
        putIfPresent(fields, "authors", article.authors().isEmpty() ? null : article.authors());
        putIfPresent(fields, "agency", article.agency());
        putIfPresent(fields, "language", article.language());
        putIfPresent(fields, "section", article.section());
        putIfPresent(fields, "keywords", article.keywords());
        List<String> lines = new ArrayList<>(article.body().lines());
        lines.addAll(article.notes());
        fields.put(
                article.html() ? "body_html" : "body_text", article.html() ? html(lines) : String.join("\n\n", lines));
        return fields;
    }

    private static void putIfPresent(Map<String, Object> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static String html(List<String> lines) {
        StringBuilder html = new StringBuilder(lines.size() * 300);
        for (String line : lines) {
            html.append("<p>");
            escape(line, html);
            html.append("</p>\n");
        }
        return html.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '“' -> out.append("&ldquo;");
                case '”' -> out.append("&rdquo;");
                default -> out.append(c);
            }
        }
    }
}
