package dev.dateline.ingest.read.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.json.JsonFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** One ninjs item of any version. */
final class NinjsItem {
    private static final Set<String> CAPTIONS = Set.of("caption", "creditline", "writer");
    private static final Set<String> CREDITS = Set.of("creditline", "writer");
    private static final Set<String> TEXT_TYPES = Set.of("text", "composite", "");

    private final JsonFields item;
    private final NinjsText body;
    private final String type;

    NinjsItem(JsonFields item) {
        this.item = item;
        this.type = item.text("type") == null ? "" : item.text("type").strip().toLowerCase(Locale.ROOT);
        this.body = NinjsText.best(NinjsText.of(item, "bod", "bodies", "body_"));
    }

    boolean hasStory() {
        return body != null;
    }

    /** The associated items with a story of their own. */
    List<NinjsItem> storiesInside() {
        return associations().stream().filter(NinjsItem::hasStory).toList();
    }

    private List<NinjsItem> associations() {
        return Stream.of(true, false)
                .flatMap(members -> item.get("associations").isObject() == members
                        ? item.objects("associations", members).stream()
                        : Stream.empty())
                .map(NinjsItem::new)
                .toList();
    }

    RawArticle article(String reader, Document document) {
        isUsable();
        Draft draft = new Draft(reader, document);
        identify(draft);
        describe(draft);
        draft.itemType(itemType());
        if (body != null) {
            body.fill(draft);
            descriptions(CAPTIONS).stream().findFirst().ifPresent(description -> draft.summary(description.plain()));
        } else {
            brief().fill(draft);
        }
        return draft.build();
    }

    /** Without a body, all there is to say is in its description, a caption for a picture; an alert is its headline. */
    private NinjsText brief() {
        List<NinjsText> texts = new ArrayList<>(descriptions(CREDITS));
        NinjsText described = NinjsText.best(texts);
        texts.addAll(NinjsText.of(item, "headline", "headlines", "headline_"));
        texts.addAll(NinjsText.of(item, "title", "titles", "title_"));
        if (texts.isEmpty()) {
            throw Rejection.invalid("bodies", "the item has no body, no description and no headline");
        }
        return described == null ? texts.get(0) : described;
    }

    private List<NinjsText> descriptions(Set<String> notOfRoles) {
        return NinjsText.of(item, "description", "descriptions", "description_").stream()
                .filter(description -> !notOfRoles.contains(description.role()))
                .toList();
    }

    private String itemType() {
        return item.has("eventdetails") ? "event" : TEXT_TYPES.contains(type) ? null : type;
    }

    private void isUsable() {
        String status = item.text("pubstatus");
        if (status != null && (status.endsWith("canceled") || status.endsWith("withheld"))) {
            throw Rejection.invalid(
                    "pubstatus",
                    "is " + Rejection.repeated(status)
                            + (status.endsWith("canceled")
                                    ? "; a cancelled article can't be taken back here yet"
                                    : "; it is not to be published"));
        }
    }

    private void identify(Draft draft) {
        String uri = item.text("uri");
        String holder = item.text("copyrightholder");
        List<String> suppliers = names("infosources");
        String supplier = suppliers.isEmpty() ? null : suppliers.get(0);
        draft.providerId(uri)
                .providerVersion(item.text("version"), item.time("versioncreated"))
                .source(SourceName.ofUri(uri), SourceName.of(holder), SourceName.of(supplier))
                .sourceName(holder)
                .sourceName(supplier)
                .sourceDomain(SourceName.authority(uri))
                .url(uri != null && uri.strip().startsWith("http") ? uri : null)
                .agency(supplier);
    }

    private void describe(Draft draft) {
        for (NinjsText headline : NinjsText.of(item, "headline", "headlines", "headline_")) {
            boolean below = headline.role().contains("sub");
            draft.title(below ? null : headline.plain()).subtitle(below ? headline.plain() : null);
        }
        draft.title(item.text("title"))
                .language(item.text("language"))
                .imageUrl(image())
                .keywords(words("keywords"))
                .keywords(names("subject"))
                .keywords(names("subjects"))
                .publishedAt(item.time("firstcreated"), item.time("contentcreated"), item.time("versioncreated"))
                .embargoedUntil(item.time("embargoed"))
                .modifiedAt(item.time("versioncreated"));
        String byline = item.text("byline") == null ? item.text("by") : item.text("byline");
        if (byline != null) {
            draft.authors(List.of(byline));
        }
    }

    private List<String> words(String field) {
        List<String> words = new ArrayList<>();
        item.get(field).forEach(word -> words.add(word.isTextual() ? word.asText() : null));
        return words.stream().filter(Objects::nonNull).toList();
    }

    private List<String> names(String field) {
        return item.objects(field, false).stream()
                .map(concept -> concept.text("name"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The widest rendition of the picture that it is, or of the first that comes with the story. */
    private String image() {
        return Stream.concat(Stream.of(this), associations().stream())
                .filter(associated -> associated.type.equals("picture"))
                .map(NinjsItem::widest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String widest() {
        JsonNode renditions = item.get("renditions");
        return item.objects("renditions", renditions.isObject()).stream()
                .filter(rendition -> rendition.text("href") != null)
                .max(Comparator.comparingInt(
                        (JsonFields rendition) -> rendition.get("width").asInt()))
                .map(rendition -> rendition.text("href"))
                .orElse(null);
    }
}
