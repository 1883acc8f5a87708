package dev.dateline.ingest.read.schemaorg;

import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Readings;
import dev.dateline.ingest.read.json.JsonDocument;
import dev.dateline.ingest.read.json.JsonOpening;
import java.util.List;
import java.util.Set;

/** schema.org's NewsArticle and its relatives as JSON-LD; every such node of a graph or list is an article. */
public final class SchemaOrgReader implements FormatReader {
    public static final String NAME = "schema-org";

    private static final String BODY = "articleBody";
    private static final Set<String> MARKS = Set.of("@context", "@graph", "@type", BODY);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/ld+json");
    }

    @Override
    public boolean recognises(String opening) {
        if (!opening.contains("\"@") && !opening.contains(BODY)) {
            return false;
        }
        Set<String> fields = JsonOpening.fields(opening);
        return MARKS.stream().anyMatch(fields::contains);
    }

    @Override
    public List<Reading> read(Document document) {
        Graph graph = new Graph(JsonDocument.parse(document.bytes()));
        Readings readings = new Readings(document);
        graph.articles()
                .forEach(article -> readings.add(() -> new ArticleNode(graph, article).article(NAME, document)));
        return readings.list(
                "there is no node whose @type is NewsArticle or another kind of Article or BlogPosting of schema.org");
    }
}
