package dev.dateline.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.Digest;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The samples of the formats' own specifications. Their texts are not ours to keep here: the system property {@code dateline.corpus}
 * names the folder that holds them, and what is kept is facts about them only.
 */
class FormatsCorpusTest {
    private static final Path EXPECTED = Samples.FOLDER.resolve("corpus.jsonl");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final int PREFIX = 10;

    @Test
    void everySampleIsReadAsExpected() throws IOException {
        String corpus = System.getProperty("dateline.corpus");
        assumeTrue(corpus != null, "skipped: set -Ddateline.corpus=FOLDER to the folder that holds formats/");
        Path folder = Path.of(corpus, "formats");
        assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(folder))
                    .sorted()
                    .toList();
        }

        List<String> found = files.stream().map(file -> facts(folder, file)).toList();

        if (Samples.UPDATING) {
            Files.write(EXPECTED, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(EXPECTED));
    }

    private static String facts(Path folder, Path file) {
        byte[] bytes = Samples.bytes(file);
        MediaType type = Samples.genericType(file);
        FormatReader reader = Samples.reader(bytes, type);
        ObjectNode facts = Json.MAPPER
                .createObjectNode()
                .put("file", folder.relativize(file).toString());
        if (reader != null) {
            facts.put("reader", reader.name());
            ArrayNode items = facts.putArray("items");
            try {
                reader.read(Samples.document(bytes, type)).forEach(reading -> add(items, reading));
            } catch (ProblemException e) {
                facts.put("problem", e.problem().type());
            }
        }
        return facts.toString();
    }

    private static void add(ArrayNode items, Reading reading) {
        ObjectNode item = items.addObject();
        if (reading instanceof Reading.Refused refused) {
            item.put("refused", refused.problem().detail());
        } else if (reading instanceof Reading.Article article) {
            RawArticle draft = article.draft();
            RawArticle admitted = ArticleRules.admit(draft, "application/json", NOW, null);
            String body = Stream.of(draft.bodyText(), draft.bodyHtml(), draft.pageHtml())
                    .filter(text -> text != null)
                    .findFirst()
                    .orElse("");
            item.put("article_id", admitted.articleId())
                    .put("source_id", draft.sourceId())
                    .put("provider_id", draft.providerId())
                    .put("provider_version", draft.providerVersion())
                    .put("published_at", String.valueOf(draft.publishedAt()))
                    .put("modified_at", String.valueOf(draft.modifiedAt()))
                    .put("language", draft.language())
                    .put(
                            "authors",
                            draft.authors() == null ? 0 : draft.authors().size())
                    .put(
                            "keywords",
                            draft.keywords() == null ? 0 : draft.keywords().size())
                    .put("has_summary", draft.summary() != null)
                    .put("has_image", draft.imageUrl() != null)
                    .put("title", digest(draft.title()))
                    .put("subtitle", digest(draft.subtitle()))
                    .put("body_form", draft.bodyText() == null ? "html" : "text")
                    .put("body_length", body.length())
                    .put("body", digest(body));
        }
    }

    private static String digest(String text) {
        return text == null ? null : Digest.of(text).substring(0, PREFIX);
    }
}
