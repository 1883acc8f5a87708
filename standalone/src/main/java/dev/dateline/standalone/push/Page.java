package dev.dateline.standalone.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Sent;
import dev.dateline.common.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A page as it was fetched.
 *
 * @param url where it was found after redirects
 * @param html whether it is HTML; else it is plain text
 */
public record Page(URI url, boolean html, String text) {
    private static final int MAX_SOURCE = 64;

    Sent sendTo(IngestClient ingest, TextOptions options) {
        String source = options.source() == null ? source(url.getHost()) : options.source();
        return html
                ? ingest.article(IngestClient.JSON, Map.of(), json(source, options.id()))
                : ingest.article(
                        IngestClient.TEXT,
                        new TextOptions(source, options.id(), url.toString()).parameters(),
                        text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] json(String source, String id) {
        ObjectNode article = Json.MAPPER.createObjectNode();
        article.put("source_id", source);
        article.put("url", url.toString());
        if (id != null) {
            article.put("provider_id", id);
        }
        article.put("page_html", text);
        return Json.bytes(article);
    }

    /** A host as a source id, without {@code www.}: that is what readers call the site. */
    static String source(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "").replaceAll("[^a-z0-9._-]", "-");
        return name.length() <= MAX_SOURCE ? name : name.substring(name.length() - MAX_SOURCE);
    }
}
