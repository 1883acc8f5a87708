package dev.dateline.ingest.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.dateline.common.config.NearestName;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Our own JSON form of an article: the fields of {@link RawArticle} that a producer may set, texts, times and lists of texts.
 *
 * <p>Read token by token instead of bound to a class: the form is flat, so nothing that is not wanted is ever descended into or
 * built, and each error can name its field and say what was expected there.
 */
public final class ArticleJson {
    private static final Map<String, BiConsumer<RawArticleBuilder, String>> TEXTS = Map.ofEntries(
            Map.entry("source_id", RawArticleBuilder::sourceId),
            Map.entry("source_name", RawArticleBuilder::sourceName),
            Map.entry("source_domain", RawArticleBuilder::sourceDomain),
            Map.entry("provider_id", RawArticleBuilder::providerId),
            Map.entry("provider_version", RawArticleBuilder::providerVersion),
            Map.entry("url", RawArticleBuilder::url),
            Map.entry("title", RawArticleBuilder::title),
            Map.entry("subtitle", RawArticleBuilder::subtitle),
            Map.entry("summary", RawArticleBuilder::summary),
            Map.entry("agency", RawArticleBuilder::agency),
            Map.entry("language", RawArticleBuilder::language),
            Map.entry("section", RawArticleBuilder::section),
            Map.entry("item_type", RawArticleBuilder::itemType),
            Map.entry("image_url", RawArticleBuilder::imageUrl),
            Map.entry("body_text", RawArticleBuilder::bodyText),
            Map.entry("body_html", RawArticleBuilder::bodyHtml),
            Map.entry("page_html", RawArticleBuilder::pageHtml));
    private static final Map<String, BiConsumer<RawArticleBuilder, Instant>> TIMES = Map.of(
            "fetched_at", RawArticleBuilder::fetchedAt,
            "published_at", RawArticleBuilder::publishedAt,
            "modified_at", RawArticleBuilder::modifiedAt);
    private static final Map<String, BiConsumer<RawArticleBuilder, List<String>>> LISTS = Map.of(
            "authors", RawArticleBuilder::authors,
            "keywords", RawArticleBuilder::keywords);
    private static final Set<String> OURS =
            Set.of("article_id", "received_at", "received_at_ms", "published_at_ms", "media_type", "reader");
    private static final Set<String> FIELDS = fields();
    private static final String TIME_FORM = "an RFC 3339 time such as 2020-01-03T19:44:00Z";
    /** More than any byline; keeps a hostile list from becoming objects. */
    private static final int MAX_LIST = 100;

    private final JsonParser json;
    private final RawArticleBuilder article = RawArticleBuilder.builder();
    private final Set<String> seen = new HashSet<>();

    private ArticleJson(JsonParser json) {
        this.json = json;
    }

    /**
     * The article as it was sent; what identifies and admits it comes after, in {@link ArticleRules}. A null is an absent field.
     *
     * @param bytes UTF-8
     * @throws dev.dateline.common.http.ProblemException malformed-body when it is not JSON, invalid-article when it is not an article
     */
    public static RawArticle read(byte[] bytes) {
        String text = StrictText.utf8(bytes);
        // MAPPER's parser, because STRICT's would find a duplicate key first and say so in its own words.
        try (JsonParser json = Json.MAPPER.createParser(text)) {
            try {
                return new ArticleJson(json).read();
            } catch (JsonProcessingException e) {
                throw Rejection.malformed(describe(e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    /** The names of the fields that are read, in order. */
    static Set<String> fields() {
        Set<String> names = new TreeSet<>(TEXTS.keySet());
        names.addAll(TIMES.keySet());
        names.addAll(LISTS.keySet());
        return names;
    }

    private RawArticle read() throws IOException {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw Rejection.malformed("the body is empty; expected a JSON object");
        }
        if (first != JsonToken.START_OBJECT) {
            throw Rejection.invalid(null, "expected a JSON object, found " + name(first));
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            field(json.currentName());
        }
        if (json.nextToken() != null) {
            throw Rejection.malformed("something follows the JSON object"
                    + at(json.currentTokenLocation())
                    + "; send one article, or several as application/x-ndjson to /v1/articles:batch");
        }
        return article.build();
    }

    private void field(String name) throws IOException {
        if (!FIELDS.contains(name)) {
            throw Rejection.invalid(Rejection.repeated(name), unknown(name));
        }
        if (!seen.add(name)) {
            throw Rejection.invalid(name, name + " is given twice" + at(json.currentTokenLocation()) + "; keep one");
        }
        if (json.nextToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (TEXTS.containsKey(name)) {
            TEXTS.get(name).accept(article, text(name));
        } else if (TIMES.containsKey(name)) {
            TIMES.get(name).accept(article, time(name));
        } else {
            LISTS.get(name).accept(article, list(name));
        }
    }

    private String text(String path) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw Rejection.invalid(path, "expected a text, found " + name(json.currentToken()));
        }
        String text = json.getText();
        if (!StrictText.isWellFormed(text)) {
            throw Rejection.invalid(
                    path, "holds half of a surrogate pair; escape both halves or write the character itself");
        }
        return text;
    }

    private Instant time(String path) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw Rejection.invalid(path, "expected " + TIME_FORM + ", found " + name(json.currentToken()));
        }
        String text = text(path);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Rejection.invalid(path, "\"" + Rejection.repeated(text) + "\" is not " + TIME_FORM);
        }
    }

    private List<String> list(String path) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw Rejection.invalid(
                    path, "expected a list of texts such as [\"one\", \"two\"], found " + name(json.currentToken()));
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (texts.size() == MAX_LIST) {
                throw Rejection.invalid(path, "holds more than " + MAX_LIST + " texts");
            }
            texts.add(text(path + "[" + texts.size() + "]"));
        }
        return List.copyOf(texts);
    }

    private static String unknown(String name) {
        if (OURS.contains(name)) {
            return name + " is set by Dateline; leave it out";
        }
        return NearestName.of(name, FIELDS)
                .map(nearest -> "unknown field; did you mean " + nearest + "?")
                .orElse("unknown field; known are " + String.join(", ", FIELDS));
    }

    private static String describe(JsonProcessingException e) {
        String where = at(e.getLocation());
        if (e instanceof StreamConstraintsException) {
            return "a number, a name or a nesting is beyond what is read" + where;
        }
        if (e instanceof JsonEOFException) {
            return "the JSON ends too early" + where + "; a text, a list or an object is not closed";
        }
        return "this is not JSON" + where;
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }
}
