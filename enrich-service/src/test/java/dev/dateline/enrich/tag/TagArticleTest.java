package dev.dateline.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.Dateline;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagArticleTest {
    private final TagArticle tag = new TagArticle();

    private static Article ferry() throws IOException {
        String[] text =
                new String(read("ferry.txt"), StandardCharsets.UTF_8).strip().split("\n\n", 2);
        return ArticleBuilder.builder()
                .title(text[0])
                .bodyText(text[1])
                .authors(List.of())
                .dateline(new Dateline("OSLO", null))
                .build();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = TagArticleTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private Tags tags(Article article) {
        return ((Outcome.Done<Tags>) tag.apply(article)).value();
    }

    /** The file is the reviewed result: when a change of the tags is meant, {@code -Dgolden.update} writes it anew. */
    @Test
    void tagsTheFerryArticleAsReviewed() throws IOException {
        if (System.getProperty("golden.update") != null) {
            String found = Json.MAPPER.valueToTree(tags(ferry())).toPrettyString();
            Files.writeString(Path.of("src/test/resources/dev/dateline/enrich/tag/ferry.tags.json"), found + "\n");
            return;
        }
        JsonNode expected = Json.MAPPER.readTree(read("ferry.tags.json"));
        JsonNode actual = Json.MAPPER.valueToTree(tags(ferry()));
        assertThat(actual.toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    @Test
    void oneInstanceServesSeveralThreads() throws IOException {
        Article ferry = ferry();
        List<Tags> all =
                IntStream.range(0, 32).parallel().mapToObj(i -> tags(ferry)).toList();
        assertThat(all).allMatch(all.get(0)::equals);
    }

    @Test
    void warmingUpTwiceDoesNotHurt() throws IOException {
        tag.warmUp();
        tag.warmUp();
        assertThat(tags(ferry()).language()).isEqualTo("en");
    }

    @Test
    void namesTheVersionOfEveryModel() {
        assertThat(tag.models())
                .containsOnlyKeys(
                        "language", "topics", "keywords", "spans", "names", "countries", "places", "tone", "summary");
        assertThat(tag.models()).containsEntry("language", "opennlp-langdetect-1.3.0");
    }

    @Test
    void aTextWithoutAnythingIsTaggedAsSuch() {
        Article article = ArticleBuilder.builder()
                .title("\u2026")
                .bodyText("\u2026")
                .authors(List.of())
                .build();
        assertThat(tags(article))
                .isEqualTo(TagsBuilder.builder()
                        .language("und")
                        .languageConfidence(0.0)
                        .summary("\u2026")
                        .paragraphs(1)
                        .topics(List.of())
                        .keywords(List.of())
                        .entities(List.of())
                        .notTagged(List.of("entities", "topics", "tone"))
                        .build());
    }

    @Test
    void saysWhatIsNotSupportedForALanguage() {
        Article german = ArticleBuilder.builder()
                .title("Brücke gesperrt")
                .bodyText("Die Brücke über den Fluss ist seit heute gesperrt, weil ein Pfeiler nachgegeben hat.")
                .authors(List.of())
                .build();
        assertThat(tags(german).tone()).isNull();
        assertThat(tags(german).notTagged()).containsExactly("entities", "tone");
    }
}
