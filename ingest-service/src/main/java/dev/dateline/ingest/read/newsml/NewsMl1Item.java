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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * One item of NewsML 1. Its components nest, each with lines and metadata that hold for those inside; the story is the component whose
 * role says so, or the first with text.
 */
final class NewsMl1Item {
    private static final String COMPONENT = "NewsComponent";
    private static final String FORMAL_NAME = "FormalName";
    private static final String LINES = "NewsLines";
    private static final String MANAGEMENT = "NewsManagement";
    private static final Set<String> STORY_ROLES = Set.of("body", "bodytext", "main", "maintext", "story");
    private static final Set<String> OTHER_ROLES = Set.of(
            "stylesheet",
            "headline",
            "subheadline",
            "contact",
            "logo",
            "photo",
            "picture",
            "image",
            "graphic",
            "video",
            "audio",
            "caption",
            "multimedia",
            "thumbnail");

    private static final Set<String> PICTURES = Set.of("photo", "picture", "image");

    /** A story with the components around it, the nearest first. */
    private record Found(List<XmlElement> components, Content content) {}

    private final XmlElement envelope;
    private final XmlElement item;

    NewsMl1Item(XmlElement newsMl, XmlElement item) {
        this.envelope = newsMl.at("NewsEnvelope");
        this.item = item;
    }

    RawArticle article(String reader, Document document) {
        isUsable();
        Found found = find(true);
        Found story = found == null ? find(false) : found;
        if (story == null) {
            throw Rejection.invalid(null, "this item has no component with text");
        }
        Draft draft = new Draft(reader, document);
        identify(draft);
        describe(draft, story);
        Instant revised = ProviderTime.parse(item.textAt(MANAGEMENT, "ThisRevisionCreated"));
        draft.publishedAt(ProviderTime.parse(item.textAt(MANAGEMENT, "FirstCreated")), revised)
                .publishedAt(envelope == null ? null : ProviderTime.parse(envelope.textAt("DateAndTime")))
                .modifiedAt(revised);
        item.all(COMPONENT).forEach(component -> draft.imageUrl(picture(component)));
        story.content.fill(draft);
        return draft.build();
    }

    private void isUsable() {
        String status = item.attributeAt(FORMAL_NAME, MANAGEMENT, "Status");
        if (status != null && Set.of("canceled", "withheld").contains(status.toLowerCase(Locale.ROOT))) {
            throw Rejection.invalid(null, "its Status is " + status + "; only what may be published is taken");
        }
    }

    private Found find(boolean byRole) {
        for (XmlElement component : item.all(COMPONENT)) {
            Found found = find(component, byRole);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Found find(XmlElement component, boolean byRole) {
        String given = component.attributeAt(FORMAL_NAME, "Role");
        String role = given == null ? "" : given.toLowerCase(Locale.ROOT).replaceAll("[^a-z]++", "");
        if (byRole ? STORY_ROLES.contains(role) : !OTHER_ROLES.contains(role)) {
            Content content = content(component);
            if (content != null) {
                return new Found(new ArrayList<>(List.of(component)), content);
            }
        }
        for (XmlElement inner : component.all(COMPONENT)) {
            Found found = find(inner, byRole);
            if (found != null) {
                found.components.add(component);
                return found;
            }
        }
        return null;
    }

    private static Content content(XmlElement component) {
        for (XmlElement part : component.all("ContentItem")) {
            XmlElement data = part.at("DataContent");
            Content content = data == null ? null : Content.in(data);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    /** The first of the widest pictures of a component that is a photo; media nest as stories do. */
    private static String picture(XmlElement component) {
        String role = component.attributeAt(FORMAL_NAME, "Role");
        if (role != null && PICTURES.contains(role.toLowerCase(Locale.ROOT))) {
            return component.all("ContentItem").stream()
                    .filter(part -> part.attribute("Href") != null)
                    .max(Comparator.comparingInt(NewsMl1Item::width))
                    .map(part -> part.attribute("Href"))
                    .orElse(null);
        }
        return component.all(COMPONENT).stream()
                .map(NewsMl1Item::picture)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static int width(XmlElement picture) {
        XmlElement characteristics = picture.at("Characteristics");
        return characteristics == null
                ? 0
                : characteristics.all("Property").stream()
                        .filter(property -> "PixelWidth".equals(property.attribute(FORMAL_NAME)))
                        .map(property -> property.attribute("Value"))
                        .filter(value -> value != null && value.matches("[0-9]{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(0);
    }

    /** A provider's id of an item is the public identifier without its revision (NewsML 1.2, section 5.2.8). */
    private void identify(Draft draft) {
        XmlElement id = item.at("Identification", "NewsIdentifier");
        String provider = id == null ? null : id.textAt("ProviderId");
        String revision = id == null ? null : id.textAt("RevisionId");
        String sender = envelope == null ? null : envelope.attributeAt(FORMAL_NAME, "SentFrom", "Party");
        String named = id == null ? null : id.textAt("PublicIdentifier");
        if (id != null && named == null && provider != null) {
            named = "urn:newsml:" + provider + ":" + id.textAt("DateId") + ":" + id.textAt("NewsItemId");
        } else if (named != null && revision != null && named.endsWith(":" + revision)) {
            named = named.substring(0, named.length() - revision.length() - 1);
        }
        draft.providerId(named)
                .providerVersion(revision, ProviderTime.parse(item.textAt(MANAGEMENT, "ThisRevisionCreated")))
                .source(SourceName.of(provider), SourceName.of(sender))
                .sourceName(sender)
                .sourceName(provider)
                .sourceDomain(provider);
    }

    private void describe(Draft draft, Found story) {
        for (XmlElement component : story.components) {
            draft.title(component.textAt(LINES, "HeadLine"))
                    .subtitle(component.textAt(LINES, "SubHeadLine"))
                    .agency(component.textAt(LINES, "CreditLine"))
                    .language(component.attributeAt(FORMAL_NAME, "DescriptiveMetadata", "Language"))
                    .keywords(keywords(component));
            if (!draft.hasAuthors() && component.textAt(LINES, "ByLine") != null) {
                draft.authors(List.of(component.textAt(LINES, "ByLine")));
            }
            for (XmlElement beside : component.all(COMPONENT)) {
                draft.subtitle(
                        "SubHeadLine".equalsIgnoreCase(beside.attributeAt(FORMAL_NAME, "Role"))
                                ? beside.textAt("ContentItem", "DataContent")
                                : null);
            }
        }
    }

    private static List<String> keywords(XmlElement component) {
        List<String> words = new ArrayList<>();
        XmlElement lines = component.at(LINES);
        if (lines != null) {
            lines.all("KeywordLine").forEach(line -> words.add(line.text()));
        }
        for (XmlElement metadata : component.all("Metadata")) {
            for (XmlElement property : metadata.all("Property")) {
                String name = property.attribute(FORMAL_NAME);
                if (name != null && name.toLowerCase(Locale.ROOT).contains("keyword")) {
                    words.add(property.attribute("Value"));
                }
            }
        }
        return words.stream().filter(Objects::nonNull).toList();
    }
}
