package dev.dateline.ingest.read.newsml;

import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.ProviderTime;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One item of NewsML-G2. Its metadata describes, its content set carries the story. */
final class G2Item {
    private static final String NEWS_ITEM = "newsItem";
    /** The part of an item that holds the story; some send it alone. */
    private static final String CONTENT_SET = "contentSet";

    private static final String PACKAGE_ITEM = "packageItem";
    private static final String ITEM_META = "itemMeta";
    private static final String CONTENT_META = "contentMeta";
    private static final String NAME = "name";
    private static final String QCODE = "qcode";
    /** What has no story, and what it is. */
    private static final Map<String, String> NO_STORIES = Map.of(
            "conceptItem",
            "a concept, not an article",
            "knowledgeItem",
            "a set of concepts, not an article",
            "planningItem",
            "a plan of coverage, not an article",
            "catalogItem",
            "a catalogue of schemes, not an article",
            CONTENT_META,
            "a part of an item, not an item",
            "groupSet",
            "a part of a package: it refers to items, send these themselves");

    private final XmlElement item;

    G2Item(XmlElement item) {
        this.item = item;
    }

    static boolean isKnown(String name) {
        return name != null
                && (Set.of(NEWS_ITEM, PACKAGE_ITEM, CONTENT_SET).contains(name) || NO_STORIES.containsKey(name));
    }

    RawArticle article(String reader, Document document) {
        if (!isKnown(item.name())) {
            throw refused("this is a " + Rejection.repeated(item.name()) + ", not a newsItem");
        }
        if (NO_STORIES.containsKey(item.name())) {
            throw refused("this " + item.name() + " is " + NO_STORIES.get(item.name()));
        }
        isUsable();
        Content content = content();
        Draft draft = new Draft(reader, document);
        identify(draft);
        describe(draft, content);
        date(draft);
        content.fill(draft);
        // The item's own name is for the desk; it comes last.
        draft.itemType(itemType()).title(item.textAt(ITEM_META, "title"));
        return draft.build();
    }

    private void isUsable() {
        String status = code(item.at(ITEM_META, "pubStatus"));
        if ("canceled".equals(status) || "withheld".equals(status)) {
            throw refused("its pubStatus is " + status
                    + ("canceled".equals(status)
                            ? "; a cancelled article can't be taken back here yet"
                            : "; it is not to be published"));
        }
        XmlElement embargo = item.at(ITEM_META, "embargoed");
        if (embargo != null && embargo.text() == null) {
            throw refused("its embargo has no end; send it when it may be published");
        }
    }

    private Content content() {
        XmlElement set = item.name().equals(CONTENT_SET) ? item : item.at(CONTENT_SET);
        if (set != null) {
            for (XmlElement part : set.elements()) {
                Content content = part.name().startsWith("inline") ? Content.in(part) : null;
                if (content != null) {
                    return content;
                }
            }
        }
        boolean isPackage = item.name().equals(PACKAGE_ITEM);
        String described = isPackage ? references() : described();
        if (described != null) {
            return new Content(null, null, described);
        }
        throw refused(
                isPackage
                        ? "this package says nothing of the items that it refers to; send these themselves"
                        : noText(kind(), set));
    }

    /** Without content of its own, all there is to say is in its description, a caption for a picture; an alert is its headline. */
    private String described() {
        XmlElement meta = item.at(CONTENT_META);
        return meta == null
                ? null
                : Stream.concat(meta.all("description").stream(), meta.all("headline").stream())
                        .map(XmlElement::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** What a package says of the items that it refers to, a paragraph each: the items themselves come on their own. */
    private String references() {
        XmlElement groups = item.at("groupSet");
        if (groups == null) {
            return null;
        }
        String references = groups.all("group").stream()
                .flatMap(group -> group.all("itemRef").stream())
                .map(G2Item::reference)
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return references.isEmpty() ? null : references;
    }

    private static String reference(XmlElement reference) {
        return Stream.of("headline", "title", "description")
                .map(reference::textAt)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** What the item is when it is no text; null for texts. */
    private String itemType() {
        String kind = item.name().equals(PACKAGE_ITEM) ? "package" : kind();
        return "text".equals(kind) ? null : kind;
    }

    private String kind() {
        return code(item.at(ITEM_META, "itemClass"));
    }

    private static String noText(String kind, XmlElement set) {
        boolean elsewhere = set != null && set.at("remoteContent") != null;
        boolean inline = set != null && (set.at("inlineXML") != null || set.at("inlineData") != null);
        String what = kind == null || kind.equals("text") ? "this item" : "this item is a " + kind + " and";
        if (elsewhere) {
            return what + " has no text in it: its content is elsewhere and is not fetched";
        }
        return what + (inline ? " has no text in its content, neither NITF nor XHTML" : " has no content");
    }

    private void identify(Draft draft) {
        String guid = item.attribute("guid");
        XmlElement provider = item.at(ITEM_META, "provider");
        String code = provider == null ? null : bare(provider.attribute(QCODE));
        String uri = provider == null ? null : provider.attribute("uri");
        String name = provider == null ? null : provider.textAt(NAME);
        String literal = provider == null ? null : provider.attribute("literal");
        draft.providerId(guid)
                .providerVersion(item.attribute("version"), time(ITEM_META, "versionCreated"))
                .source(SourceName.of(code), SourceName.ofUri(uri), SourceName.of(literal), SourceName.of(name))
                .source(SourceName.ofUri(guid))
                .sourceName(name)
                .sourceName(item.textAt("rightsInfo", "copyrightHolder", NAME))
                .sourceDomain(SourceName.authority(uri))
                .sourceDomain(SourceName.authority(guid))
                .url(guid != null && guid.startsWith("http") ? guid : null);
    }

    private void describe(Draft draft, Content content) {
        XmlElement meta = item.at(CONTENT_META);
        if (meta != null) {
            meta.all("headline").forEach(headline -> {
                boolean below = role(headline).contains("sub");
                draft.title(below ? null : headline.text()).subtitle(below ? headline.text() : null);
            });
            draft.summary(Objects.equals(content.text(), summary()) ? null : summary())
                    .authors(names(meta, "creator"))
                    .agency(names(meta, "infoSource").stream().findFirst().orElse(null))
                    .language(meta.attributeAt("tag", "language"))
                    .imageUrl(meta.attributeAt("href", "icon"))
                    .keywords(meta.all("keyword").stream()
                            .map(XmlElement::text)
                            .filter(Objects::nonNull)
                            .toList())
                    .keywords(names(meta, "subject"));
            if (!draft.hasAuthors() && meta.textAt("by") != null) {
                draft.authors(List.of(meta.textAt("by")));
            }
        }
        draft.imageUrl(picture());
        draft.language(item.attribute("xml:lang")).language(item.attributeAt("xml:lang", CONTENT_SET, "inlineXML"));
    }

    /** A picture that comes with the story; null when there is none. */
    private String picture() {
        XmlElement set = item.at(CONTENT_SET);
        return set == null
                ? null
                : set.all("remoteContent").stream()
                        .filter(content -> content.attribute("href") != null)
                        .filter(content -> content.attribute("contenttype") != null
                                && content.attribute("contenttype").startsWith("image/"))
                        .map(content -> content.attribute("href"))
                        .findFirst()
                        .orElse(null);
    }

    private void date(Draft draft) {
        Instant version = time(ITEM_META, "versionCreated");
        draft.publishedAt(time(ITEM_META, "firstCreated"), time(CONTENT_META, "contentCreated"), version)
                .embargoedUntil(time(ITEM_META, "embargoed"))
                .modifiedAt(version);
    }

    /** The first description that is about the story and not about a picture. */
    private String summary() {
        XmlElement meta = item.at(CONTENT_META);
        return meta == null
                ? null
                : meta.all("description").stream()
                        .filter(description -> !role(description).contains("caption"))
                        .map(XmlElement::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Each concept's name in the item's language, or its first. */
    private List<String> names(XmlElement meta, String concepts) {
        List<String> names = new ArrayList<>();
        for (XmlElement concept : meta.all(concepts)) {
            List<XmlElement> named = concept.all(NAME).stream()
                    .filter(name -> name.text() != null)
                    .toList();
            named.stream()
                    .filter(name -> language(name).equals(language(item)))
                    .findFirst()
                    .or(() -> named.stream().findFirst())
                    .ifPresent(name -> names.add(name.text()));
        }
        return names;
    }

    private static String language(XmlElement element) {
        String tag = element.attribute("xml:lang");
        return tag == null ? "" : tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static String role(XmlElement element) {
        String role = element.attribute("role");
        return role == null ? "" : role.toLowerCase(Locale.ROOT);
    }

    private Instant time(String meta, String name) {
        return ProviderTime.parse(item.textAt(meta, name));
    }

    /** The value of a concept from a fixed list, by its code or the end of its address; null when it has none. */
    private static String code(XmlElement concept) {
        if (concept == null) {
            return null;
        }
        String uri = concept.attribute("uri");
        String code = concept.attribute(QCODE) == null && uri != null
                ? uri.substring(uri.lastIndexOf('/') + 1)
                : bare(concept.attribute(QCODE));
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }

    /** A code without the alias of its scheme, which each provider chooses freely. */
    private static String bare(String qcode) {
        return qcode == null ? null : qcode.substring(qcode.indexOf(':') + 1);
    }

    private static RuntimeException refused(String why) {
        return Rejection.invalid(null, why);
    }
}
