package dev.dateline.ingest.read.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Readings;
import dev.dateline.ingest.read.json.JsonDocument;
import dev.dateline.ingest.read.json.JsonFields;
import dev.dateline.ingest.read.json.JsonOpening;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * ninjs 1.x, 2.x and 3.x (IPTC): an item, or a list of items. Items that are associated with a story are part of it; when the
 * document's own item has no story, those of them that have one are the articles.
 */
public final class NinjsReader implements FormatReader {
    public static final String NAME = "ninjs";

    /** Each is in ninjs and in no other format that has a {@code uri}. */
    private static final Set<String> MARKS = Set.of(
            "versioncreated",
            "firstcreated",
            "contentcreated",
            "pubstatus",
            "headlines",
            "bodies",
            "body_text",
            "body_html",
            "body_xhtml",
            "descriptions",
            "description_text",
            "description_html",
            "description_xhtml",
            "eventdetails",
            "renditions",
            "copyrightholder",
            "$standard",
            "standard");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/vnd.iptc.ninjs+json");
    }

    @Override
    public boolean recognises(String opening) {
        if (!opening.contains("\"uri\"")) {
            return false;
        }
        Set<String> fields = JsonOpening.fields(opening).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return fields.contains("uri")
                && !fields.contains("source_id")
                && fields.stream().anyMatch(MARKS::contains);
    }

    @Override
    public List<Reading> read(Document document) {
        Readings readings = new Readings(document);
        for (JsonNode object : JsonDocument.objects(JsonDocument.parse(document.bytes()))) {
            NinjsItem item = new NinjsItem(new JsonFields(object));
            List<NinjsItem> inside = item.hasStory() ? List.of() : item.storiesInside();
            if (inside.isEmpty()) {
                readings.add(() -> item.article(NAME, document));
            }
            inside.forEach(story -> readings.add(() -> story.article(NAME, document)));
        }
        return readings.list("the list holds no item");
    }
}
