package dev.dateline.ingest.read.schemaorg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.ProviderTime;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.SourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** An article's node. Each property may be a text, an object with a name or an address, a reference, or a list of these. */
final class ArticleNode {
    private static final Pattern BLOCKS = Pattern.compile("(?i)</p>|<p>|<br ?/?>|</div>");
    private static final Pattern COMMAS = Pattern.compile("\\s*+,\\s*+");
    private static final List<String> NAMES = List.of("@value", "value", "name", "headline");
    private static final List<String> ADDRESSES = List.of("url", "contentUrl", "@id");
    private static final String WEB = "http";

    private final Graph graph;
    private final JsonNode node;

    ArticleNode(Graph graph, JsonNode node) {
        this.graph = graph;
        this.node = node;
    }

    RawArticle article(String reader, Document document) {
        String body = first("articleBody", "text");
        if (body == null) {
            throw Rejection.invalid(
                    "articleBody", "is missing; when there is only the page it is on, send that as text/html");
        }
        Draft draft = new Draft(reader, document);
        Instant modified = ProviderTime.parse(first("dateModified"));
        identify(draft, modified);
        draft.title(plain("headline", "name"))
                .subtitle(plain("alternativeHeadline"))
                .summary(plain("description", "abstract"))
                .authors(plainNames("author"))
                .agency(first("sourceOrganization"))
                .language(language())
                .section(plain("articleSection"))
                .imageUrl(address("image"))
                .imageUrl(address("thumbnailUrl"))
                .keywords(keywords())
                .publishedAt(
                        ProviderTime.parse(first("datePublished")), ProviderTime.parse(first("dateCreated")), modified)
                .modifiedAt(modified);
        if (!draft.hasAuthors()) {
            draft.authors(plainNames("creator"));
        }
        return (BLOCKS.matcher(body).find() ? draft.bodyHtml(body) : draft.bodyText(unescaped(body))).build();
    }

    /** The page's address identifies it, so that it is the same article as the page itself, unless it has another identifier. */
    private void identify(Draft draft, Instant modified) {
        draft.url(address("url")).url(address("mainEntityOfPage"));
        String identifier = first("identifier");
        String address = identifier != null && identifier.startsWith(WEB) ? identifier : null;
        draft.url(address).url(webId());
        String publisher = first("publisher");
        String site = address("publisher");
        String page = Stream.of(address("url"), address("mainEntityOfPage"), address)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        draft.providerId(address == null ? identifier : null)
                .providerVersion(first("version"), modified)
                .source(SourceName.ofHost(page), SourceName.ofHost(site), SourceName.of(publisher))
                .sourceName(publisher)
                .sourceDomain(SourceName.authority(page))
                .sourceDomain(SourceName.authority(site));
    }

    private String webId() {
        String id = node.path("@id").asText();
        return id.startsWith(WEB) ? id : null;
    }

    private String language() {
        for (JsonNode value : values("inLanguage")) {
            String tag = value.isTextual()
                    ? value.asText()
                    : value.path("alternateName").asText();
            if (!tag.isBlank()) {
                return tag;
            }
        }
        return null;
    }

    private List<String> keywords() {
        List<String> words = new ArrayList<>();
        names("keywords").forEach(text -> words.addAll(Arrays.asList(COMMAS.split(text.strip()))));
        return words;
    }

    /** The first name among several properties. */
    private String first(String... properties) {
        return Stream.of(properties)
                .flatMap(property -> names(property).stream())
                .findFirst()
                .orElse(null);
    }

    /** The same, for people to read. */
    private String plain(String... properties) {
        return unescaped(first(properties));
    }

    private List<String> plainNames(String property) {
        return names(property).stream().map(ArticleNode::unescaped).toList();
    }

    /** Many systems escape for HTML what goes into JSON: the property's type is Text, so an escaped ampersand is one. */
    private static String unescaped(String text) {
        return text == null || text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }

    private List<String> names(String property) {
        return values(property).stream()
                .map(ArticleNode::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String name(JsonNode value) {
        if (value.isArray()) {
            return name(value.path(0));
        }
        if (value.isObject()) {
            return NAMES.stream()
                    .map(name -> name(value.path(name)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return (value.isTextual() || value.isNumber()) && !value.asText().isBlank() ? value.asText() : null;
    }

    private String address(String property) {
        for (JsonNode value : values(property)) {
            String address = ofAddress(value);
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    private static String ofAddress(JsonNode value) {
        if (value.isTextual()) {
            return value.asText().isBlank() ? null : value.asText();
        }
        return ADDRESSES.stream()
                .map(name -> value.path(name))
                .map(found -> found.isArray() ? found.path(0) : found)
                .filter(found -> found.isTextual() && !found.asText().isBlank())
                .map(JsonNode::asText)
                .findFirst()
                .orElse(null);
    }

    /** A property's values, references resolved; empty when it has none. */
    private List<JsonNode> values(String property) {
        JsonNode value = node.path(property);
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> values.add(graph.resolve(one)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            values.add(graph.resolve(value));
        }
        return values;
    }
}
